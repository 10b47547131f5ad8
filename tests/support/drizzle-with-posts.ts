import type { DrizzleHere } from "../../src/project/drizzle/resource.js";

/** An app with a table of posts, in PostgreSQL: it has a secret, a unique column, and the user whose they are. */
export const drizzleWithPosts: DrizzleHere = {
  names: ["posts"],
  isFor: (segment) => segment === "posts",
  resource: () => ({
    db: { path: "db/index.ts", name: "db" },
    table: {
      name: "posts",
      path: "db/schema.ts",
      dialect: "pg",
      id: { name: "id", type: "uuid", isGenerated: true, isFromDatabase: true },
      fields: [
        { name: "title", type: "string", choices: [], isList: false, isOptional: false, isNullable: false },
      ],
      keys: new Map([["userId", { type: "int" }]]),
      hasUniqueKeys: true,
      references: ["userId"],
      shown: ["id", "title", "userId", "createdAt"],
      madeAt: "createdAt",
      changedAt: undefined,
      hasOwnTypes: false,
    },
    isHeld: false,
  }),
};
