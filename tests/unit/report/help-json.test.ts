import { expect, test } from "vitest";
import { createOptions } from "../../../src/options.js";
import { examplesIn, helpJson } from "../../../src/report/help-json.js";
import { commandTable, isCommand } from "../../../src/spec/commands.js";

interface HelpDocument {
  readonly ok: boolean;
  readonly help: {
    readonly usage: string;
    readonly arguments: string[];
    readonly options: Record<string, unknown>[];
    readonly examples: string[];
  };
}
const documentOf = (...args: Parameters<typeof helpJson>) => JSON.parse(helpJson(...args)) as HelpDocument;

test("of the tool: every option with its default, and what it is here only where that is known", () => {
  const { ok, help } = documentOf("the-tool", undefined, { base: "app/api" });
  expect(ok).toBe(true);
  expect(help).toMatchObject({ usage: "the-tool [options] [route...]", arguments: ["[route...]"] });
  const option = (name: string) => help.options.find((each) => each["name"] === name);
  expect(option("base")).toMatchObject({ default: createOptions.base.builtIn, here: "app/api" });
  expect(option("template")).toEqual({
    name: "template",
    flags: "-t, --template <name>",
    help: createOptions.template.help,
    group: "Route",
    default: "resource",
    choices: createOptions.template.choices,
  });
});

test("of a command: its own options, its argument, and no commands", () => {
  for (const name of Object.keys(commandTable).filter(isCommand)) {
    const { help } = documentOf("the-tool", name, {});
    const row: { summary: string; argument?: { name: string } } = commandTable[name];
    const argument = row.argument ? [row.argument.name] : [];
    expect(help).toMatchObject({ name: `the-tool ${name}`, commands: [], arguments: argument });
    expect(help.usage).toBe([`the-tool ${name} [options]`, ...argument].join(" "));
    expect(help.examples.length).toBeGreaterThan(0);
  }
});

test("an example is what stands behind the prompt, without what explains it", () => {
  expect(examplesIn("Examples:\n  $ tool a b   what it is\n  $ tool c\n\n  tool d\nIt is $ tool e")).toEqual([
    "tool a b",
    "tool c",
  ]);
});
