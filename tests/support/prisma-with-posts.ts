import type { PrismaHere } from "../../src/project/prisma/resource.js";

/** An app with a model of posts: it has a secret, a unique field, one of JSON, and the user whose they are. */
export const prismaWithPosts: PrismaHere = {
  names: ["Post"],
  isFor: (segment) => segment === "posts",
  resource: () => ({
    client: { path: "lib/prisma.ts", name: "prisma" },
    model: "Post",
    accessor: "post",
    isExact: false,
    id: { name: "id", type: "uuid", madeBy: "schema" },
    fields: [
      { name: "title", type: "string", choices: [], isList: false, isOptional: false, isNullable: false },
      { name: "meta", type: "json", choices: [], isList: false, isOptional: true, isNullable: false },
    ],
    shown: ["id", "title", "meta", "userId", "createdAt"],
    keys: [],
    parents: [{ name: "userId", type: "int" }],
    references: ["userId", "topicId"],
    isHeld: true,
    createdAt: "createdAt",
    hasUniqueKeys: true,
  }),
};
