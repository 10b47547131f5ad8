import type { Method } from "../spec/methods.js";
import type { RouteKind } from "../spec/route-kinds.js";
import type { DataSource } from "./data/data-source.js";
import type { ImportNeed } from "./import-lines.js";
import type { ResourceFacts } from "./resource-facts.js";
import type { DataFunction } from "./resource-names.js";

/** What a handler is made of: the partial with its text, and what that text needs around it. */
export interface HandlerParts {
  /** The partial, by its name below templates/. */
  readonly partial: string;
  /** The functions of the data module that it calls. */
  readonly calls?: readonly DataFunction[];
  /** Whether it looks at the request, other than at its parameters. */
  readonly readsRequest?: true;
  /** Whether it reads a JSON body, or takes the id out of one because the path names none. */
  readonly readsJson?: "body" | "id";
  /** Another body that it reads. */
  readonly readsText?: "text" | "form";
  /** Which of the route's parameters it takes: all, or only those that narrow what it sees. None by default. */
  readonly params?: "all" | "scope";
  /** Whether it waits for something besides the above. */
  readonly awaits?: true;
  /** The status of its success, where methods share a partial. */
  readonly status?: number;
  /** Whether it logs what it caught. */
  readonly logs?: true;
  /** What only it has to import. */
  readonly imports?: readonly ImportNeed[];
  /** A partial that the file needs once because of it: before the handlers (a constant), or behind them (a function). */
  readonly before?: string;
  readonly after?: string;
}

/** The handlers of a role, by the methods that it has something of its own for. */
export type Handlers = Readonly<Partial<Record<Method, HandlerParts>>>;

/** What a route is in a template: its files and its handlers. One template may have several, e.g. collection and item. */
export interface Role {
  /** The template of the route file. */
  readonly route: string;
  readonly handlers: Handlers;
  /** The data module that the handlers call, if they call one. */
  readonly data?: DataParts;
  /**
   * Where an item's id comes from: the last parameter, all parameters joined, or the request's body; `none` has no items.
   * Parameters that are no part of it narrow what the handlers see.
   */
  readonly id: "parameter" | "path" | "body" | "none";
  /** Variables of its partials that a parameter may not be called, besides those of every template. */
  readonly variables?: readonly string[];
}

/** What a role's data module is made by. */
export interface DataParts {
  readonly template: string;
  /** Whether the module has rows of its own to search through, and no store. */
  readonly searches?: true;
}

/** What of a source decides on a route's handlers. */
export type SourceTraits = Pick<DataSource, "isPaged" | "hasDuplicates" | "references"> &
  Partial<Pick<ResourceFacts, "isExported">>;

/** A template: which role a route plays in it. */
export interface Template {
  readonly roleOf: (kind: RouteKind, methods: readonly Method[], source: SourceTraits) => Role;
}
