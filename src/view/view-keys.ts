import type { AnswerTexts } from "../plan/answer-texts.js";
import type { fieldKeys, keyKeys, keyMemberKeys, schemaKeys } from "./data-keys.js";
import type { drizzleKeys } from "./drizzle-keys.js";
import type { prismaKeys } from "./prisma-keys.js";
import type { callKeys, resourceKeys } from "./name-keys.js";
import type { handlerKeys, parameterKeys } from "./route-keys.js";
import type { testCaseKeys, testGroupKeys, testKeys } from "./test-keys.js";

/** A key of the view that templates see: what it holds, as TypeScript writes it, and what that means. */
export interface ViewKey {
  readonly is: ViewType;
  readonly means: string;
  /** Only where a partial is included with it, e.g. `handler` in the partial of a handler. */
  readonly isHandedOver?: true;
}

/** A table of keys, by their names. */
export type ViewKeys = Readonly<Record<string, ViewKey>>;

/** What a key can hold: the names are what the published types say. */
interface ViewTypes {
  string: string;
  boolean: boolean;
  number: number;
  "string[]": readonly string[];
  HandlerView: HandlerView;
  "HandlerView[]": readonly HandlerView[];
  "ParameterView[]": readonly ParameterView[];
  ResourceView: ResourceView;
  CallsView: CallsView;
  TestView: TestView;
  "TestGroupView[]": readonly TestGroupView[];
  TestCaseView: TestCaseView;
  "TestCaseView[]": readonly TestCaseView[];
  "FieldView[]": readonly FieldView[];
  SchemaView: SchemaView;
  DrizzleView: DrizzleView;
  PrismaView: PrismaView;
  "KeyView[]": readonly KeyView[];
  "KeyMemberView[]": readonly KeyMemberView[];
  "(schema: string) => string": (schema: string) => string;
  "(body: string, options?: AnswerOptions) => string": AnswerTexts["json"];
  "(sentence: string, status: number, options?: ErrorOptions) => string": AnswerTexts["error"];
  "(detail?: string) => string": (detail?: string) => string;
}

export type ViewType = keyof ViewTypes;

/** The values of a table of keys. What is handed over by an include is not among them. */
export type ViewOf<Keys extends ViewKeys> = {
  readonly [
    Key in keyof Keys as Keys[Key] extends { isHandedOver: true } ? never : Key
  ]: ViewTypes[Keys[Key]["is"]];
};

export type HandlerView = ViewOf<typeof handlerKeys>;
export type ParameterView = ViewOf<typeof parameterKeys>;
export type ResourceView = ViewOf<typeof resourceKeys>;
export type FieldView = ViewOf<typeof fieldKeys>;
export type SchemaView = ViewOf<typeof schemaKeys>;
export type DrizzleView = ViewOf<typeof drizzleKeys>;
export type PrismaView = ViewOf<typeof prismaKeys>;
export type KeyView = ViewOf<typeof keyKeys>;
export type KeyMemberView = ViewOf<typeof keyMemberKeys>;
export type CallsView = ViewOf<typeof callKeys>;
export type TestView = ViewOf<typeof testKeys>;
export type TestGroupView = ViewOf<typeof testGroupKeys>;
export type TestCaseView = ViewOf<typeof testCaseKeys>;
