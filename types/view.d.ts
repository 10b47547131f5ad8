/** The view that templates of create-api-route see, version 1: docs/templates.md says how they are used. */

/** What the templates of a route's files see: `route.ts`, and whatever is beside it. */
export interface RouteView {
  /** The version of this interface. */
  readonly version: number;
  /** The path of its URL, without the base path. */
  readonly url: string;
  /** The folder of the route, from the project's root. */
  readonly folder: string;
  /** The methods that the route offers afterwards, those that are there already too. */
  readonly methods: readonly string[];
  /** The parameters of the path, in their order. */
  readonly parameters: readonly ParameterView[];
  /** The type of `params` itself. */
  readonly paramsType: string;
  /** Whether this app's Next.js hands `params` over as a Promise. */
  readonly promiseParams: boolean;
  /** How a file beside the route file imports it. */
  readonly module: string;
  /** The import statements that the route file needs. */
  readonly imports: readonly string[];
  /** The segment config that this app's Next.js needs. */
  readonly segmentConfig: readonly string[];
  /** The lines that declare the type of the second parameter, where the app declares it. */
  readonly contextType: readonly string[];
  /** Partials that belong before the handlers. */
  readonly before: readonly string[];
  /** The handlers that are written, in the order of the methods. */
  readonly handlers: readonly HandlerView[];
  /** The one that is written, in its partial and what that includes. */
  readonly handler?: HandlerView;
  /** What the test of the route needs, in the file that `--test` writes. */
  readonly test?: TestView;
  /** The case that is written, in its partial. */
  readonly testCase?: TestCaseView;
  /** Partials that belong behind the handlers: the functions that they call. */
  readonly after: readonly string[];
  /** Writes an answer in JSON, as the app does; `body` is an expression. */
  readonly json: (body: string, options?: AnswerOptions) => string;
  /** Writes an answer that is a text, or `null` for nothing. */
  readonly plain: (body: string, options?: AnswerOptions) => string;
  /** Writes an error in the app's shape; the sentence is for the client. */
  readonly error: (sentence: string, status: number, options?: ErrorOptions) => string;
  /** What a DELETE answers when it is done. */
  readonly deleted: string;
  /** The names of the resource. */
  readonly resource: ResourceView;
  /** The calls of the data module. */
  readonly calls: CallsView;
  /** The variable that holds the id of an item. */
  readonly id: string;
  /** Whether the id of an item is checked before it is looked for. */
  readonly checksId: boolean;
  /** Whether a write can meet a key that is taken, which is a 409. */
  readonly hasDuplicates: boolean;
  /** The URL of what was created, an expression. */
  readonly location: string;
  /** The parameters as members of an object, each with a comma behind it. */
  readonly members: string;
  /** The members of a plain JSON answer. */
  readonly answer: string;
  /** A plain text answer, an expression. */
  readonly greeting: string;
  /** The cookie that the template `cookies` keeps: another one than the guard's. */
  readonly cookie: string;
  /** The headers of a text, an object. */
  readonly textType: string;
  /** The methods for `Allow`. */
  readonly allow: string;
  /** Whether the file exports its own OPTIONS. */
  readonly ownsOptions: boolean;
  /** The methods that a 405 answers. */
  readonly refused: readonly string[];
}

/** One handler. */
export interface HandlerView {
  /** The method. */
  readonly method: string;
  /** Whether the method changes something. */
  readonly mutates: boolean;
  /** Whether a guard, or a wrapper, makes sure of the caller. */
  readonly isGuarded: boolean;
  /** The partial that writes its body. */
  readonly partial: string;
  /** The line before its body. */
  readonly opening: string;
  /** The line behind its body. */
  readonly closing: string;
  /** How many levels its body stands deeper than usual: 1 in a call that is broken over lines. */
  readonly depth: number;
  /** The variable that holds the request. */
  readonly request: string;
  /** The lines that let only known callers go on. */
  readonly guard: readonly string[];
  /** The lines behind those: waiting for a request, taking the parameters. */
  readonly setup: readonly string[];
  /** Whether it reads a JSON body. */
  readonly readsJson: boolean;
  /** Whether the id of the item is in that body. */
  readonly readsId: boolean;
  /** The status of its success, where methods share a partial. */
  readonly status: number;
  /** The answer where what is written refers to what is not there, or is referred to; empty where that cannot be. */
  readonly brokenReference: string;
  /** Writes the call that logs a caught `error`, in a handler's `catch`; `detail` is one more expression to log. */
  readonly log: (detail?: string) => string;
}

/** A parameter of the path. */
export interface ParameterView {
  /** The key in `params`: the text between the brackets. */
  readonly key: string;
  /** The variable that holds it in a handler. */
  readonly local: string;
  /** `dynamic`, `catch-all` or `optional-catch-all`. */
  readonly kind: string;
}

/** What the resource is called in code. */
export interface ResourceView {
  /** The type of one. */
  readonly type: string;
  /** The type of what one is made from. */
  readonly newType: string;
  /** A variable that holds one. */
  readonly one: string;
  /** A variable that holds all. */
  readonly many: string;
  /** The function that lists them. */
  readonly list: string;
  /** The function that finds one. */
  readonly find: string;
  /** The function that makes one. */
  readonly create: string;
  /** The function that changes one. */
  readonly update: string;
  /** The function that replaces one; the one that changes it, where these are the same. */
  readonly replace: string;
  /** The function that deletes one. */
  readonly remove: string;
  /** The function that checks a body for a new one. */
  readonly parseNew: string;
  /** The function that checks a body with changes. */
  readonly parseChanges: string;
  /** The function that searches them. */
  readonly search: string;
  /** The function that checks the query of a search or of a page. */
  readonly parseQuery: string;
  /** The type of that query. */
  readonly queryType: string;
  /** The type of changes to one. */
  readonly changesType: string;
  /** The schema of what one is made from. */
  readonly newSchema: string;
  /** The schema of changes. */
  readonly changesSchema: string;
  /** The schema of an id. */
  readonly keySchema: string;
  /** The schema of the keys of its parents. */
  readonly parentsSchema: string;
  /** The schema of a query. */
  readonly querySchema: string;
  /** The function that checks an id. */
  readonly parseKey: string;
  /** The function that checks the keys of its parents. */
  readonly parseParents: string;
  /** The function that tells an error of a reference to what is not there. */
  readonly isBrokenReference: string;
  /** The function that tells an error of a key that is taken. */
  readonly isDuplicate: string;
  /** The type of a page of what was found. */
  readonly pageType: string;
  /** The word for one in a sentence. */
  readonly label: string;
  /** The same at the start of a sentence. */
  readonly title: string;
}

/** Calls of the data module: expressions without `await`, with the variables of the handler. */
export interface CallsView {
  /** Lists. */
  readonly list: string;
  /** Lists the page that `query.data` says. */
  readonly listPage: string;
  /** Finds one by its id. */
  readonly find: string;
  /** Makes one of `input.data`. */
  readonly create: string;
  /** Makes one at a path. */
  readonly createAt: string;
  /** Replaces one by `input.data`. */
  readonly replace: string;
  /** Changes one by `changes.data`. */
  readonly update: string;
  /** Deletes one by its id. */
  readonly remove: string;
  /** Searches by `query.data`. */
  readonly search: string;
}

/** What the test of a route needs: `--test` writes it. */
export interface TestView {
  /** The runner: `vitest`, `jest` or `node`. */
  readonly runner: string;
  /** Comments for the runner that have to stand first. */
  readonly head: readonly string[];
  /** The import statements. */
  readonly imports: readonly string[];
  /** The statements that put stand-ins in the place of other modules. */
  readonly doubles: readonly string[];
  /** What the cases share: the URL, a request, an item. */
  readonly constants: readonly string[];
  /** What is done before and after each case. */
  readonly hooks: readonly string[];
  /** The cases, a group for each handler. */
  readonly groups: readonly TestGroupView[];
}

/** The cases of one handler. */
export interface TestGroupView {
  /** What is tested, a string literal. */
  readonly title: string;
  /** The functions that its cases share. */
  readonly helpers: readonly string[];
  /** Its cases. */
  readonly cases: readonly TestCaseView[];
}

/** One case. */
export interface TestCaseView {
  /** A sentence that begins with `it`, a string literal. */
  readonly name: string;
  /** What it begins with. */
  readonly given: readonly string[];
  /** Whether it waits for something. */
  readonly isAsync: boolean;
  /** Where the case is about several, one after the other as `handler`: those; else none. */
  readonly handlers: readonly string[];
  /** The call of the handler: its answer is `response`. */
  readonly call: string;
  /** What is to be seen of it. */
  readonly sees: readonly string[];
}

/** A field of the resource. */
export interface FieldView {
  /** The field. */
  readonly name: string;
  /** Its type. */
  readonly type: string;
  /** The same as a member of a type. */
  readonly member: string;
  /** The variable that holds it while it is checked. */
  readonly local: string;
  /** The variable that says whether it is right. */
  readonly has: string;
  /** Whether it is right in a new one, an expression. */
  readonly isRight: string;
  /** Whether it is right among changes, an expression. */
  readonly isRightChange: string;
  /** What is told if it is not, a string literal. */
  readonly issue: string;
}

/** The library that checks what a client sends. */
export interface SchemaView {
  /** The function that makes a schema of an object. */
  readonly object: string;
  /** The schemas that fields share, statements. */
  readonly shared: readonly string[];
  /** The members of the schema of a new one. */
  readonly members: readonly string[];
  /** The members of the schema of a query. */
  readonly query: readonly string[];
  /** Writes the schema in which everything may be left out. */
  readonly partial: (schema: string) => string;
  /** Writes the type of what a schema lets through. */
  readonly infer: (schema: string) => string;
}

/** A key that a client names. */
export interface KeyView {
  /** The function that checks it. */
  readonly parse: string;
  /** Its schema. */
  readonly schema: string;
  /** What is checked, as parameters of a function. */
  readonly given: string;
  /** The names of these. */
  readonly names: string;
  /** The type of what is right. */
  readonly found: string;
  /** The values in it. */
  readonly members: readonly KeyMemberView[];
}

/** A value of such a key. */
export interface KeyMemberView {
  /** The name. */
  readonly name: string;
  /** The variable that holds it once it is checked. */
  readonly local: string;
  /** The member of the schema. */
  readonly member: string;
  /** The function that checks it, where checks are written out. */
  readonly check: string;
  /** The call of that function, an expression. */
  readonly checked: string;
  /** What is told if it is not right, a string literal. */
  readonly issue: string;
}

/** A table of Drizzle, as the store of a data module uses it; with another source, all of it is empty. */
export interface DrizzleView {
  /** The table. */
  readonly table: string;
  /** The database. */
  readonly db: string;
  /** The type of a row that is answered. */
  readonly rowType: string;
  /** The columns that are answered; empty if that is all of them. */
  readonly columns: readonly string[];
  /** The constant with them. */
  readonly columnsName: string;
  /** The same as an argument; empty for all. */
  readonly picked: string;
  /** The column of the id. */
  readonly id: string;
  /** The type of the id. */
  readonly idType: string;
  /** Whether a row has the id and belongs to the parents, a condition. */
  readonly isId: string;
  /** Whether a row belongs to the parents, a condition; empty for no parents. */
  readonly isInScope: string;
  /** The order of a list, as arguments. */
  readonly order: string;
  /** The values of a new row, an expression. */
  readonly values: string;
  /** The values of a changed row, an expression. */
  readonly changes: string;
  /** Whether those can be none at all. */
  readonly canBeUnchanged: boolean;
  /** Where the id of a new row comes from that the database does not hand back: `returned`, `made` or `given`. */
  readonly newId: string;
  /** Whether the `error` of the driver tells of a value that is taken, an expression; empty where nothing is unique. */
  readonly duplicate: string;
  /** What tells an error of a row that refers to what is not there, an expression. */
  readonly brokenReference: string;
}

/** A model of Prisma, as the store of a data module uses it; with another source, all of it is empty. */
export interface PrismaView {
  /** The model, as in `prisma.post`. */
  readonly model: string;
  /** The scalars that are answered; empty if that is all of them. */
  readonly select: readonly string[];
  /** The constant with them. */
  readonly selectName: string;
  /** The same as the last member of an argument; empty for all. */
  readonly selected: string;
  /** The type of the id. */
  readonly idType: string;
  /** What finds the row with the id that belongs to the parents, an object literal. */
  readonly where: string;
  /** What finds the rows of the parents, an object literal; empty for no parents. */
  readonly scope: string;
  /** The order of a list, an expression. */
  readonly order: string;
  /** The types that what is written is taken for, statements; empty if it is of these anyway. */
  readonly types: readonly string[];
  /** The values of a new row, an expression. */
  readonly values: string;
  /** The values of a changed row, an expression. */
  readonly changes: string;
}

/** What the template of a data module sees, `data.ts`. */
export interface DataView {
  /** The version of this interface. */
  readonly version: number;
  /** The names of the resource. */
  readonly resource: ResourceView;
  /** The import statements that the module needs. */
  readonly imports: readonly string[];
  /** The partial with the comment at its head; empty for none. */
  readonly note: string;
  /** The partials with the types, and the schemas that they come from. */
  readonly types: readonly string[];
  /** The partial with the functions of the store. */
  readonly store: string;
  /** The partials with the functions that check what a client sends. */
  readonly parsers: readonly string[];
  /** The fields of the resource. */
  readonly fields: readonly FieldView[];
  /** The pattern that takes the fields out of a body. */
  readonly pattern: string;
  /** The fields of a new one, an object literal. */
  readonly newData: string;
  /** The fields of changes, an object literal without what is left out. */
  readonly changedData: string;
  /** The type of changes to one. */
  readonly changesType: string;
  /** One with its changes, an expression. */
  readonly changed: string;
  /** Whether one can be replaced, by a function that no change of it is. */
  readonly replaces: boolean;
  /** What one is replaced by, an object literal. */
  readonly replaced: string;
  /** The schema library. */
  readonly schema: SchemaView;
  /** The keys that are checked before they are looked for. */
  readonly keys: readonly KeyView[];
  /** The patterns of texts, statements; empty with a schema library. */
  readonly patterns: readonly string[];
  /** The partials with the functions that check a key. */
  readonly keyChecks: readonly string[];
  /** The table of Drizzle. */
  readonly drizzle: DrizzleView;
  /** The model of Prisma. */
  readonly prisma: PrismaView;
  /** Whether a write can meet a reference to what is not there. */
  readonly hasReferences: boolean;
  /** Whether a write can meet a key that is taken. */
  readonly hasDuplicates: boolean;
  /** The key of the store on `globalThis`, a string literal. */
  readonly storeKey: string;
  /** The last page that can be asked for. */
  readonly maxPage: number;
  /** How many items a page has at most. */
  readonly maxLimit: number;
  /** How many it has when nothing is said. */
  readonly usualLimit: number;
  /** Whether a query has a text to search for. */
  readonly searches: boolean;
  /** Whether one has the text `text` in it, an arrow function. */
  readonly isMatch: string;
  /** The members of the type that are keys; empty where the type is the store's own. */
  readonly keyFields: string;
  /** The parameters that an item belongs to. */
  readonly parents: readonly string[];
  /** The same as parameters of a function, with their types. */
  readonly parentParameters: string;
  /** The same as arguments of a call. */
  readonly parentArguments: string;
  /** Sample rows, object literals. */
  readonly samples: readonly string[];
}

/** What an answer has besides its body. */
export interface AnswerOptions {
  /** A number, or an expression of one; 200 goes without saying. */
  readonly status?: number | string;
  /** An expression: an object literal, or a variable that holds one. */
  readonly headers?: string;
}

/** What an answer with an error has besides its sentence. */
export interface ErrorOptions {
  /** The expression with what is wrong in detail. */
  readonly issues?: string;
  readonly headers?: string;
}

/** Renders another text with the same view, the extra keys beside it, and so many levels to the right. */

export type Include = (name: string, extra?: Readonly<Record<string, unknown>>, depth?: number) => string;
