import { dataKeys, fieldKeys, keyKeys, keyMemberKeys, schemaKeys } from "./data-keys.js";
import { drizzleKeys } from "./drizzle-keys.js";
import { prismaKeys } from "./prisma-keys.js";
import { callKeys, resourceKeys } from "./name-keys.js";
import { handlerKeys, parameterKeys, routeKeys } from "./route-keys.js";
import { testCaseKeys, testGroupKeys, testKeys } from "./test-keys.js";
import type { ViewKeys } from "./view-keys.js";

/** The parts of the view by the names of their types, each with what it is. */
export const viewParts = {
  RouteView: {
    is: "What the templates of a route's files see: `route.ts`, and whatever is beside it.",
    keys: routeKeys,
  },
  HandlerView: { is: "One handler.", keys: handlerKeys },
  ParameterView: { is: "A parameter of the path.", keys: parameterKeys },
  ResourceView: { is: "What the resource is called in code.", keys: resourceKeys },
  CallsView: {
    is: "Calls of the data module: expressions without `await`, with the variables of the handler.",
    keys: callKeys,
  },
  TestView: { is: "What the test of a route needs: `--test` writes it.", keys: testKeys },
  TestGroupView: { is: "The cases of one handler.", keys: testGroupKeys },
  TestCaseView: { is: "One case.", keys: testCaseKeys },
  FieldView: { is: "A field of the resource.", keys: fieldKeys },
  SchemaView: { is: "The library that checks what a client sends.", keys: schemaKeys },
  KeyView: { is: "A key that a client names.", keys: keyKeys },
  KeyMemberView: { is: "A value of such a key.", keys: keyMemberKeys },
  DrizzleView: {
    is: "A table of Drizzle, as the store of a data module uses it; with another source, all of it is empty.",
    keys: drizzleKeys,
  },
  PrismaView: {
    is: "A model of Prisma, as the store of a data module uses it; with another source, all of it is empty.",
    keys: prismaKeys,
  },
  DataView: { is: "What the template of a data module sees, `data.ts`.", keys: dataKeys },
} as const satisfies Record<string, { is: string; keys: ViewKeys }>;

export type ViewPart = keyof typeof viewParts;

/** The part that a type names, through a list too; undefined for texts, numbers and functions. */
export function partOf(type: string): ViewPart | undefined {
  const name = type.replace(/\[\]$/, "");
  return Object.hasOwn(viewParts, name) ? (name as ViewPart) : undefined;
}
