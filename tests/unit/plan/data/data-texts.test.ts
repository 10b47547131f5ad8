import { format } from "prettier";
import { expect, test } from "vitest";
import type { DrizzleHere } from "../../../../src/project/drizzle/resource.js";
import type { Dialect } from "../../../../src/project/drizzle/column-types.js";
import type { PrismaHere, PrismaResource } from "../../../../src/project/prisma/resource.js";
import { render } from "../../../../src/render/render.js";
import { parseSound } from "../../../../src/syntax/parse-module.js";
import { drizzleWithPosts } from "../../../support/drizzle-with-posts.js";
import { everyLibrary } from "../../../support/every-library.js";
import { planRoutes, projectOf, renderTemplate } from "../../../support/pipeline.js";
import { prismaWithPosts } from "../../../support/prisma-with-posts.js";

/** What is written for posts and a post, of the app's own and below a user: with all that a source has to say of errors. */
function filesOf(data: "prisma" | "drizzle", stack: Partial<typeof everyLibrary>) {
  const plan = planRoutes(
    ["posts", "posts/:id", "users/:userId/posts", "users/:userId/posts/:id"],
    { data, validate: "none", methods: ["GET,POST,PUT,PATCH,DELETE"] },
    projectOf(),
    { stack: { ...everyLibrary, ...stack } },
  );
  return render(plan, renderTemplate);
}

const bools = [true, false];
const dialects = ["pg", "mysql", "sqlite"] as const;
const tables = dialects.flatMap((dialect) =>
  bools.map((isFromDatabase) => ({ dialect, isFromDatabase, isGenerated: isFromDatabase })),
);

test.each(tables)("what is written for a table with %o is as Prettier writes it", async (traits) => {
  for (const hasOwnTypes of bools)
    await expectSound(filesOf("drizzle", { drizzle: drizzleOf({ ...traits, hasOwnTypes }) }));
});

test.each(["schema", "module", "sender"] as const)(
  "what is written for a model whose id is made by the %s is as Prettier writes it",
  async (madeBy) => {
    for (const isExact of bools)
      await expectSound(filesOf("prisma", { prisma: prismaOf({ madeBy, isExact }) }));
  },
);

async function expectSound(files: ReturnType<typeof filesOf>): Promise<void> {
  expect(files).toHaveLength(6);
  expect(files.some(({ text }) => text.includes("isBrokenReference"))).toBe(true);
  for (const { path, text } of files) {
    expect(() => parseSound(text, { jsx: false }), `${path}\n${text}`).not.toThrow();
    expect(text, path).toBe(await format(text, { parser: "typescript" }));
  }
}

interface TableTraits {
  readonly dialect: Dialect;
  readonly isFromDatabase: boolean;
  readonly isGenerated: boolean;
  readonly hasOwnTypes: boolean;
}

function drizzleOf({ isFromDatabase, isGenerated, ...traits }: TableTraits): DrizzleHere {
  return {
    ...drizzleWithPosts,
    resource: (...asked) => {
      const found = drizzleWithPosts.resource(...asked);
      if (!("table" in found)) return found;
      const id = { ...found.table.id, isFromDatabase, isGenerated };
      const table = {
        ...found.table,
        ...traits,
        id,
        references: ["topicId", "userId"],
        changedAt: "updatedAt",
      };
      return { ...found, table, isHeld: true };
    },
  };
}

function prismaOf({
  madeBy,
  isExact,
}: Pick<PrismaResource["id"], "madeBy"> & Pick<PrismaResource, "isExact">): PrismaHere {
  return {
    ...prismaWithPosts,
    resource: (...asked) => {
      const found = prismaWithPosts.resource(...asked);
      return "id" in found ? { ...found, isExact, id: { ...found.id, madeBy } } : found;
    },
  };
}
