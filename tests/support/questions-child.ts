// A program that asks, for the test of the terminal: a text, one of three, some of three, and a yes.
import prompts from "prompts";

const choices = ["red", "green", "blue"].map((title) => ({ title, value: title }));

void (async () => {
  const answers: object = await prompts(
    [
      { type: "text", name: "name", message: "What is it called?" },
      { type: "select", name: "one", message: "Which one?", choices },
      { type: "multiselect", name: "some", message: "Which ones?", choices },
      { type: "confirm", name: "sure", message: "Is that right?" },
    ],
    {
      onCancel: () => {
        console.log("Cancelled.");
        process.exitCode = 130;
      },
    },
  );
  console.log(JSON.stringify(answers));
})();
