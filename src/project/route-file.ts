import { inOrder, isMethod, type Method } from "../spec/methods.js";
import { handlerFormsOf, type HandlerForm, type OpaqueHandler } from "./handler-forms.js";
import { exportsOf, type ModuleExports } from "./module-exports.js";
import type { ModuleSyntax } from "../syntax/module-syntax.js";
import { refusingMethods } from "./refusals.js";
import { responseClassOf } from "./response-class.js";
import { styleOf, type TextStyle } from "./text-style.js";

/** A route file that is there, as far as a run has to know it. */
export interface RouteFile {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly syntax: ModuleSyntax;
  readonly exports: ModuleExports;
  /** The methods that answer; those that only answer our 405 are not among them. */
  readonly offered: readonly Method[];
  /** Those of them whose handlers can only answer 405: they are exported, but `Allow` may not name them. */
  readonly refusing: readonly Method[];
  /** The modules behind its `export * from` that could not be read: what else is offered is not known. */
  readonly hidden: readonly string[];
  readonly handlers: readonly (HandlerForm | OpaqueHandler)[];
  /** `Response`, or what `NextResponse` is called in the file. */
  readonly responseClass: string;
  readonly style: TextStyle;
}

/** What stands behind the `export * from` of a module. */
export interface Behind {
  readonly names: readonly string[];
  /** The modules that could not be looked into, as they are written. */
  readonly unread: readonly string[];
}

/** Reads a route file. Pure. */
export function routeFileOf(path: string, text: string, syntax: ModuleSyntax, behind: Behind): RouteFile {
  const exports = exportsOf(syntax);
  return {
    path,
    text,
    syntax,
    exports,
    offered: inOrder([...exports.names, ...behind.names].filter(isMethod)),
    refusing: refusingMethods(exports),
    hidden: behind.unread,
    handlers: handlerFormsOf(text, syntax, exports),
    responseClass: responseClassOf(syntax),
    style: styleOf(text, syntax),
  };
}
