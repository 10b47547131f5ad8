import { expect, test } from "vitest";
import { findingsIn } from "../../../src/cache/findings.js";
import { valueOf } from "../../../src/project/habits/habits.js";
import { readHabits } from "../../../src/project/neighbours.js";
import { app, at, inspected, useFolder, write } from "../../support/app-folder.js";

useFolder();

const file = "app/api/users/route.ts";
const folder = "app/api/posts";
const double =
  'import { log } from "@/lib/log";\nexport async function GET() {\n  return Response.json("a");\n}\n';
const single = double.replaceAll('"', "'");

/** The habits of a folder as two runs see them, the second by what the first left. */
async function habitsTwice(place = folder) {
  const project = await inspected();
  const openFindings = findingsIn({ folder: at("cache"), stamp: () => "one" });
  const read = async (options?: object) =>
    (await readHabits(project, new Map([[place, new Map()]]), options)).get(place);
  const [first, second, plain] = [await read({ openFindings }), await read({ openFindings }), await read()];
  expect(first).toEqual(plain);
  expect(second).toEqual(plain);
  if (!second) throw new Error("There is nothing.");
  return second;
}

test("what an earlier run found in the nearest files is taken, and of a file that has changed since then it is found anew", async () => {
  write({ ...app(), [file]: double });
  expect(valueOf(await habitsTwice(), "quotes")).toBe("double");
  write({ [file]: single });
  expect(valueOf(await habitsTwice(), "quotes")).toBe("single");
  write({ "app/api/posts/[id]/route.ts": double });
  expect(valueOf(await habitsTwice(), "quotes")).toBe("double");
});

test("how near a file is belongs to the new route, and not to what is kept", async () => {
  write({ ...app(), [file]: double });
  const near = async (place: string) =>
    (await habitsTwice(place)).neighbours.map(({ up, down }) => [up, down]);
  expect(await near("app/api/posts")).toEqual([[1, 1]]);
  expect(await near("app/api/posts/[id]/tags")).toEqual([[3, 1]]);
});

test("a file that does not parse, or is no text, tells nothing to either run", async () => {
  write({ ...app(), [file]: "export const = ;" });
  expect((await habitsTwice()).neighbours).toEqual([]);
});
