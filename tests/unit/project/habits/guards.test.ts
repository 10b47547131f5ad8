import { expect, test } from "vitest";
import { guardsIn } from "../../../../src/project/habits/guards.js";
import { withNames } from "../../../../src/project/habits/snippet.js";
import { routeFile } from "../../../support/route-there.js";

const imports = 'import { auth, isAuthed, unauthorized, isMember } from "@/lib/auth";\n';

/** The guard of a GET with this body, its request called `r`, its other variables as they are. */
function guardIn(body: string, parameters = "r: Request, { params }: Context") {
  const file = routeFile(`${imports}export async function GET(${parameters}) {\n${body}\n}`);
  const [guard] = guardsIn(file);
  return guard && { ...guard, lines: guard.lines.map((line) => withNames(line, (name) => name)) };
}

const refusal = 'return Response.json({ error: "Unauthorized" }, { status: 401 });';

test.each([
  [
    `const session = await auth();\nif (!session) ${refusal}`,
    "auth",
    [`const session = await auth();`, `if (!session) ${refusal}`],
  ],
  [
    `if (!(await isAuthed(r))) return unauthorized();`,
    "isAuthed",
    [`if (!(await isAuthed(request))) return unauthorized();`],
  ],
  // Inside of try, behind something else, and without what only the handler uses.
  [
    `try {\nconst url = new URL(r.url);\nconst { user, org } = await auth();\nif (!user) ${refusal}\nreturn Response.json(org);\n} catch {}`,
    "auth",
    ["const { user } = await auth();", `if (!user) ${refusal}`],
  ],
  [
    `const session = await auth({\n  strict: true,\n});\nif (!session) {\n  ${refusal}\n}`,
    "auth",
    ["const session = await auth({ strict: true });", "if (!session) {", `  ${refusal}`, "}"],
  ],
])("%s", (body, name, lines) => {
  expect(guardIn(body)).toMatchObject({ name, lines });
});

test.each([
  // About this route only; not a refusal; thrown; with a way on; explained; answered by something that is not there.
  `const { id } = await params;\nif (!(await isMember(id))) ${refusal}`,
  'if (!(await isAuthed(r))) return Response.json({ error: "Bad" }, { status: 400 });',
  `const session = await auth();\nif (!session) throw new Error("Unauthorized");`,
  `const session = await auth();\nif (!session) { ${refusal} } else { go(session); }`,
  `const session = await auth();\nif (!session) {\n  // Only members.\n  ${refusal}\n}`,
  "const valid = bodySchema.safeParse(await r.json());\nif (!valid.success) return unauthorized();",
])("%s is no guard for others", (body) => {
  expect(guardIn(body)).toBeUndefined();
});

test("what only its own file has does not come along", () => {
  const text = `function own() { return true; }\nexport function GET() {\n  if (!own()) ${refusal}\n}`;
  expect(guardsIn(routeFile(text))).toEqual([]);
});

test("a guard gets other names for what it brings", () => {
  const [guard] = guardsIn(
    routeFile(
      `${imports}export async function GET(req) {\n  const { error } = await auth({ error: req });\n  if (error) return unauthorized();\n}`,
    ),
  );
  expect(
    guard?.lines.map((line) => withNames(line, (name) => (name === "auth" ? name : `${name}2`))),
  ).toEqual([
    "const { error: error2 } = await auth({ error: request2 });",
    "if (error2) return unauthorized2();",
  ]);
});
