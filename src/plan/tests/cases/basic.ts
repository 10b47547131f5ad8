import type { Parameter } from "../../parameters.js";
import { answerMembers } from "../../answers.js";
import { errorSights, issueSights, plainCall, type Scene } from "../scene.js";
import type { Sight, TestCase } from "../test-case.js";

/** The members of an answer, with what they are on the sample path. */
function answered(parameters: readonly Parameter[], values: ReadonlyMap<string, string>): string {
  if (parameters.length === 0) return answerMembers(parameters);
  const members = answerMembers(parameters).split(", ");
  return members
    .map((member) => {
      const [key = "", local = key] = member.split(": ");
      return `${key}: ${values.get(local) ?? ""}`;
    })
    .join(", ");
}

/** The parameters as members of an answer, each with a comma behind it. */
export function membersOf({ facts, path }: Scene): string {
  return facts.parameters.map(({ local }) => `${local}: ${path.values.get(local) ?? ""}, `).join("");
}

export function answer(scene: Scene): TestCase[] {
  return [
    {
      name: "answers 200",
      given: [],
      call: plainCall(scene),
      sees: [
        { kind: "status", is: 200 },
        { kind: "json", is: `{ ${answered(scene.facts.parameters, scene.path.values)} }` },
      ],
    },
  ];
}

export function head(scene: Scene): TestCase[] {
  const sees: Sight[] = [
    { kind: "status", is: 200 },
    { kind: "header", name: "Content-Type", is: '"application/json"' },
    { kind: "no body" },
  ];
  return [{ name: "answers 200 without a body", given: [], call: plainCall(scene), sees }];
}

export function echo(scene: Scene): TestCase[] {
  return [
    {
      name: "answers 200 with what it was sent",
      given: [],
      call: "send(JSON.stringify({ a: 1 }))",
      sees: [
        { kind: "status", is: 200 },
        { kind: "json", is: `{ ${membersOf(scene)}received: { a: 1 } }` },
      ],
    },
    {
      name: "answers 400 to a body that is not JSON",
      given: [],
      call: 'send("{")',
      sees: errorSights(scene, "Request body must be valid JSON", 400),
    },
    {
      name: "answers 400 to JSON that is no object",
      given: [],
      call: 'send("[]")',
      sees: issueSights(scene, "Invalid body", "JSON object"),
    },
  ];
}

export function remove(scene: Scene): TestCase[] {
  const sees: Sight[] = [{ kind: "status", is: 204 }, { kind: "no body" }];
  return [{ name: "answers 204", given: [], call: plainCall(scene), sees }];
}
