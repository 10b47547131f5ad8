import { chainOf, exported, keyOf, type ConfigProgram, type Imported } from "./config-program.js";
import {
  isFunction,
  bare,
  part,
  parts,
  nameOf,
  walk,
  word,
  type SyntaxNode,
} from "../syntax/module-syntax.js";

/** The option is not set there. */
export const absent = Symbol("absent");
/** Whether the option is set cannot be seen: an object from another file, a plugin's result. */
export const unseen = Symbol("unseen");
/** The option is set, to what only a run can tell. */
export const computed = Symbol("computed");

/** Everything that an expression can be, as far as its text says: values, and the symbols above. */
export type Possible = readonly unknown[];

/**
 * What an option of the exported object can be, e.g. `["experimental", "cacheComponents"]`. Pure.
 *
 * @param unread takes the modules that may set it and cannot be read: packages, files that are not there. What a plugin does to
 *   a config that it gets is not asked for.
 */
export function possibleValues(
  program: ConfigProgram,
  path: readonly string[],
  unread = new Set<string>(),
): Possible {
  const reader = new Reader(program, { readers: new Map(), unread, farthest });
  const found = reader.named(exported, path);
  return found.length > 0 ? found : [absent];
}

/** How many modules are followed from one to the next; those that import each other end there. */
const farthest = 8;

/** What the readers of all modules share. */
interface Shared {
  readonly readers: Map<ConfigProgram, Reader>;
  readonly unread: Set<string>;
  /** How many more modules are followed. */
  farthest: number;
}

/** Follows expressions without running them. */
class Reader {
  /** How far the settings of a name count: a setting that refers to its own name means what was set before it. */
  private readonly limits = new Map<string, number>();
  /** No config needs that many steps; one made to need more is given up. */
  private fuel = 20_000;

  private readonly program: ConfigProgram;
  private readonly shared: Shared;

  constructor(program: ConfigProgram, shared: Shared) {
    this.program = program;
    this.shared = shared;
    shared.readers.set(program, this);
  }

  /** What a part of that which a name stands for can be; nothing if that depends on itself alone. */
  named(name: string, path: readonly string[]): Possible {
    const settings = this.program.settings.get(name);
    if (!settings) {
      const imported = this.program.imports.get(name);
      return imported ? this.elsewhere(imported, path) : [unseen];
    }
    const limit = this.limits.get(name) ?? settings.length;
    const found: unknown[] = [];
    for (let index = limit - 1; index >= 0; index -= 1) {
      const setting = settings[index];
      if (!setting?.path.every((key, depth) => key === path[depth])) continue;
      this.limits.set(name, index);
      const rest = path.slice(setting.path.length);
      const values = this.possible(setting.value, rest);
      found.push(...(setting.path.length > 0 && rest.length === 0 ? values.map(asSet) : values));
      if (setting.always) break;
    }
    this.limits.set(name, limit);
    return unique(found);
  }

  /** What a module of the app exports, by name or, as CommonJS does, as a part of one object. */
  private elsewhere({ source, name }: Imported, path: readonly string[]): Possible {
    const isWhole = name === "*" && path[0] !== "default";
    const [key = "", ...rest] = name === "*" ? path : [name, ...path];
    const program = this.shared.farthest > 0 ? this.program.imported(source) : undefined;
    const hasDefault = program?.settings.has(exported) === true;
    const hasName = program?.settings.has(key) === true || program?.imports.has(key) === true;
    if (!program || !(hasDefault || hasName)) {
      // A value that is set to something from elsewhere is told by itself.
      if (path.length > 0) this.shared.unread.add(source);
      return [unseen];
    }
    const reader = this.shared.readers.get(program) ?? new Reader(program, this.shared);
    this.shared.farthest -= 1;
    const found =
      key === "default" && hasDefault
        ? reader.named(exported, rest)
        : hasName && !(isWhole && hasDefault)
          ? reader.named(key, rest)
          : reader.named(exported, name === "*" ? path : [name, ...path]);
    this.shared.farthest += 1;
    return found;
  }

  private possible(typed: SyntaxNode, path: readonly string[]): Possible {
    this.fuel -= 1;
    if (this.fuel < 0) return [computed];
    const node = bare(typed);
    const isLeaf = path.length === 0;
    switch (node.type) {
      case "AwaitExpression":
      case "TSTypeAssertion":
        return this.of(node, node.type === "AwaitExpression" ? "argument" : "expression", path);
      case "Identifier":
        return nameOf(node) === "undefined"
          ? [isLeaf ? undefined : absent]
          : this.named(nameOf(node) ?? "", path);
      case "MemberExpression":
        return this.member(node, path);
      case "ConditionalExpression":
        return this.either(node, path);
      case "LogicalExpression":
        return this.logical(node, path);
      case "ObjectExpression":
        return isLeaf ? [computed] : this.layers(parts(node, "properties"), path);
      case "CallExpression":
        return isLeaf ? [computed] : this.call(node, path);
      case "ImportExpression":
        return this.elsewhere({ source: nameOf(part(node, "source")) ?? "", name: "*" }, path);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "FunctionDeclaration":
        return isLeaf ? [computed] : unique(returnsOf(node).flatMap((each) => this.possible(each, path)));
      default:
        return isLeaf ? this.literal(node) : [unseen];
    }
  }

  private of(node: SyntaxNode, name: string, path: readonly string[]): Possible {
    const inner = part(node, name);
    return inner ? this.possible(inner, path) : [unseen];
  }

  private member(node: SyntaxNode, path: readonly string[]): Possible {
    const chain = chainOf(node);
    if (chain) return this.named(chain[0] ?? "", [...chain.slice(1), ...path]);
    const key = keyOf(node, "property");
    return key === undefined ? [unseen] : this.of(node, "object", [key, ...path]);
  }

  private either(node: SyntaxNode, path: readonly string[]): Possible {
    const [test, ...others] = this.of(node, "test", []);
    const isCertain = others.length === 0 && typeof test !== "symbol";
    if (isCertain) return this.of(node, test ? "consequent" : "alternate", path);
    return unique([...this.of(node, "consequent", path), ...this.of(node, "alternate", path)]);
  }

  private logical(node: SyntaxNode, path: readonly string[]): Possible {
    const operator = word(node, "operator");
    const right = this.of(node, "right", path);
    if (operator !== "&&") {
      const left = this.of(node, "left", path);
      const known = left.filter(
        (value) => typeof value === "symbol" || (operator === "||" ? value : value != null),
      );
      return unique(known.length === left.length && !left.some(isSymbol) ? left : [...known, ...right]);
    }
    const [left, ...others] = this.of(node, "left", []);
    const nothing = path.length === 0 ? undefined : absent;
    if (others.length === 0 && typeof left !== "symbol") return left ? right : [nothing];
    return unique([nothing, ...right]);
  }

  /** The properties of an object: of what is set twice, the last counts. */
  private layers(properties: readonly SyntaxNode[], path: readonly string[]): Possible {
    const [key, ...rest] = path;
    const found: unknown[] = [];
    let isHidden = false;
    for (const property of properties.toReversed()) {
      if (property.type === "SpreadElement") {
        const layer = this.of(property, "argument", path);
        isHidden ||= layer.includes(unseen);
        found.push(...layer.filter((value) => value !== absent && value !== unseen));
        if (!layer.includes(absent) && !layer.includes(unseen)) return unique(found);
      } else if (keyOf(property, "key") === key) {
        const values = this.of(property, "value", rest);
        return unique([...found, ...(rest.length === 0 ? values.map(asSet) : values)]);
      }
    }
    return found.length > 0 ? unique([...found, absent]) : [isHidden ? unseen : absent];
  }

  /**
   * A plugin gets the config and gives it back: `withX(config, …)`, `withX(…)(config)`, `compose([…], config)`. A function
   * of this file is looked into first.
   */
  private call(node: SyntaxNode, path: readonly string[]): Possible {
    const callee = part(node, "callee");
    const args = parts(node, "arguments");
    if (chainOf(callee)?.join(".") === "Object.assign") {
      return this.layers(
        args.map((argument) => ({ ...argument, type: "SpreadElement", argument })),
        path,
      );
    }
    const [first] = args;
    if (nameOf(callee) === "require" && first?.type === "Literal")
      return this.elsewhere({ source: nameOf(first) ?? "", name: "*" }, path);
    const own = callee ? this.result(callee, path) : [unseen];
    const isOwn = own.length > 0 && !own.includes(unseen) && !own.includes(absent);
    if (isOwn) return own;
    const config =
      args.find((argument) => argument.type !== "ArrayExpression" && !isFunction(argument)) ?? args[0];
    if (!config) return own;
    const given = this.possible(config, path);
    return given.every((value) => value === absent) && own.includes(unseen) ? [absent] : given;
  }

  /** What a function of this file makes; one from elsewhere is a plugin. */
  private result(callee: SyntaxNode, path: readonly string[]): Possible {
    if (isFunction(callee)) return this.possible(callee, path);
    if (callee.type !== "Identifier") return [unseen];
    const settings = this.program.settings.get(nameOf(callee) ?? "") ?? [];
    if (settings.some(({ value }) => isFunction(bare(value)))) return this.possible(callee, path);
    const unread = new Set(this.shared.unread);
    const found = settings.length > 0 ? this.possible(callee, path) : [unseen];
    for (const each of this.shared.unread) if (!unread.has(each)) this.shared.unread.delete(each);
    return found;
  }

  private literal(node: SyntaxNode): Possible {
    if (node.type === "Literal" && part(node, "regex") === undefined)
      return [(node as { value?: unknown }).value];
    if (node.type === "TemplateLiteral") {
      const values = parts(node, "expressions").map((each) => this.one(each));
      const texts = parts(node, "quasis").map((each) => cooked(each));
      if (values.some(isSymbol)) return [computed];
      return [
        texts.map((text, index) => `${text}${index < values.length ? String(values[index]) : ""}`).join(""),
      ];
    }
    if (node.type === "ArrayExpression") {
      const values = parts(node, "elements").flatMap((each): unknown[] => {
        if (each.type !== "SpreadElement") return [this.one(each)];
        const inner = part(each, "argument");
        const list = inner ? this.one(inner) : computed;
        return Array.isArray(list) ? list : [computed];
      });
      return [values.some(isSymbol) ? computed : values];
    }
    if (node.type === "UnaryExpression" && word(node, "operator") === "!") {
      const inner = part(node, "argument");
      const value = inner ? this.one(inner) : computed;
      return [typeof value === "symbol" ? computed : !value];
    }
    if (node.type === "BinaryExpression" && word(node, "operator") === "+") {
      const [left, right] = ["left", "right"].map((side) => {
        const inner = part(node, side);
        return inner ? this.one(inner) : computed;
      });
      return [typeof left === "string" && typeof right === "string" ? left + right : computed];
    }
    return [computed];
  }

  private one(node: SyntaxNode): unknown {
    const [value, ...others] = this.possible(node, []);
    return others.length === 0 ? asSet(value) : computed;
  }
}

/** What stands at an option is set, even if where it comes from cannot be seen. */
function asSet(value: unknown): unknown {
  if (value === unseen) return computed;
  return value === absent ? undefined : value;
}

/** The expressions that a function returns. */
function returnsOf(fn: SyntaxNode): SyntaxNode[] {
  const body = part(fn, "body");
  if (body && body.type !== "BlockStatement") return [body];
  const returned: SyntaxNode[] = [];
  walk(fn, (node) => {
    if (node !== fn && isFunction(node)) return false;
    const value = node.type === "ReturnStatement" ? part(node, "argument") : undefined;
    if (value) returned.push(value);
    return true;
  });
  return returned;
}

function isSymbol(value: unknown): value is symbol {
  return typeof value === "symbol";
}

function cooked(quasi: SyntaxNode): string {
  const { value } = quasi as { value?: { cooked?: string } };
  return value?.cooked ?? "";
}

function unique(values: readonly unknown[]): Possible {
  return [...new Set(values)];
}
