import { valueFrom } from "../import-lines.js";
import type { Template } from "../roles.js";
import { basicHandlers } from "./basic.js";

// `await cookies()` is right on every version: before 15 it waits for a plain value.
const store = { awaits: true, imports: [valueFrom("next/headers", "cookies")] } as const;

export const cookies: Template = {
  roleOf: () => ({
    route: "cookies/route.ts",
    id: "none",
    variables: ["session", "visit", "cookies", "NODE_ENV"],
    handlers: {
      ...basicHandlers,
      GET: { ...store, partial: "cookies/handlers/read" },
      HEAD: { ...store, partial: "cookies/handlers/head" },
      POST: { ...store, partial: "cookies/handlers/set", status: 201 },
      PUT: { ...store, partial: "cookies/handlers/set" },
      PATCH: { ...store, partial: "cookies/handlers/set" },
      DELETE: { ...store, partial: "cookies/handlers/delete" },
    },
  }),
};
