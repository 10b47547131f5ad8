import type { Access } from "../project/access/handlers.js";
import { methods } from "../spec/methods.js";
import { closedObject, definition, setOf, text, type Schema } from "./json-schema.js";

type Told = Readonly<Record<string, Schema>>;

const allowed: Schema = { description: "it is meant to be public, by --allow or the settings", const: true };

/** What is told of a handler by what is seen of its guard: what always is, and what only sometimes. */
const accesses = {
  guarded: {
    means: "it has a guard",
    always: { guard: text("what makes sure of the caller, e.g. auth(), withAuth, authorization header") },
    sometimes: {},
  },
  unseen: { means: "no guard is seen in it", always: {}, sometimes: { allowed } },
  unknown: {
    means: "it is made where nobody can look",
    always: { reason: text("why, e.g. made by NextAuth()") },
    sometimes: { allowed },
  },
} satisfies Record<Access["kind"], { means: string; always: Told; sometimes: Told }>;

const method: Schema = { type: "string", enum: methods };

/** The route files of an app and their handlers. */
export const listDefinitions = {
  listedRoute: {
    description: "A route file of the app.",
    ...closedObject(
      {
        path: definition("path"),
        route: text("its URL as Next.js serves it, with parameters as Next.js writes them"),
        handlers: {
          description:
            "what it exports; a HEAD that follows from GET and the OPTIONS that Next.js answers itself are no exports",
          type: "array",
          items: definition("listedHandler"),
        },
        refused: { description: "the methods that are exported only to answer 405", ...setOf(method) },
      },
      { unread: text("why there may be more handlers, e.g. that the file does not parse"), allowed },
    ),
  },
  listedHandler: {
    description: "A handler.",
    oneOf: Object.entries<{ means: string; always: Told; sometimes: Told }>(accesses).map(
      ([access, { means, always, sometimes }]) => ({
        description: means,
        ...closedObject({ method, access: { const: access }, ...always }, sometimes),
      }),
    ),
  },
};
