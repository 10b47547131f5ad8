import { expect, test } from "vitest";
import { optionReader } from "../../../src/project/config-option.js";
import { readNextConfig } from "../../../src/project/next-config.js";
import { defaultNextConfig, type NextConfig } from "../../../src/project/next-defaults.js";
import { moduleOf } from "../../../src/project/access/modules.js";
import { parseModule } from "../../../src/syntax/parse-module.js";

const parsed = (name: string, code: string) => moduleOf(name, code, parseModule(code, { jsx: false }));

/** @param files the other modules, by what they are imported as. */
const read = (text: string, files: Readonly<Record<string, string>> = {}) =>
  readNextConfig("next.config.ts", text, (code) => {
    const others = new Map(Object.entries(files).map(([name, other]) => [name, parsed(name, other)]));
    return Promise.resolve(
      optionReader(parsed("next.config.ts", code), { imported: (_from, source) => others.get(source) }),
    );
  });

type Case = [name: string, text: string, config: Partial<NextConfig>];

const on = { cacheComponents: true };
const docs = { basePath: "/docs" };

test.each<Case>([
  // The spellings of one option.
  ["plain", "const nextConfig: NextConfig = { cacheComponents: true };\nexport default nextConfig;", on],
  ["CommonJS", "module.exports = { reactStrictMode: true, cacheComponents: true }", on],
  ["in experimental", "export default { experimental: { cacheComponents: true } };", on],
  ["by its old name", "export default { experimental: { dynamicIO: true } };", on],
  [
    "inside over outside",
    "export default { cacheComponents: false, experimental: { cacheComponents: true } };",
    on,
  ],
  ["double quotes", 'export default { "cacheComponents": true };', on],
  ["single quotes", "export default { 'cacheComponents': true };", on],
  ["brackets", "export default { ['cacheComponents']: true };", on],
  ["spaces", "export default { cacheComponents :\n    true };", on],
  ["a comment between", "export default { cacheComponents: /* always */ true };", on],
  ["a comment behind", "export default { cacheComponents: true // on\n};", on],
  ["a URL before", 'const url = "https://example.com"; export default { cacheComponents: true };', on],
  [
    "a quote in a string before",
    `const a = "it's"; const b = '"'; export default { cacheComponents: true };`,
    on,
  ],
  ["an apostrophe in a comment before", "// don't\nexport default { cacheComponents: true };", on],
  ["comment marks in a string", 'const glob = "/*"; export default { cacheComponents: true }; // */', on],
  ["a cast", "export default { cacheComponents: true as const };", on],
  ["not not", "const off = false; export default { cacheComponents: !off };", on],
  // The shapes of the file.
  ["satisfies", 'export default { basePath: "/docs" } satisfies NextConfig;', docs],
  ["as", 'const c = { basePath: "/docs" } as NextConfig; export default c;', docs],
  ["export =", 'export = { basePath: "/docs" };', docs],
  ["exported under the name default", 'const c = { basePath: "/docs" }; export { c as default };', docs],
  ["exports.default", 'exports.default = { basePath: "/docs" };', docs],
  ["a wrapper", 'export default withMDX({ basePath: "/docs" });', docs],
  [
    "a wrapper with options",
    'const c = { basePath: "/docs" }; export default withSentryConfig(c, { basePath: "/x" });',
    docs,
  ],
  [
    "wrappers in wrappers",
    'const c = { basePath: "/docs" }; export default withA(withB({ basePath: "/x" })(c));',
    docs,
  ],
  [
    "a list of plugins",
    'const c = { basePath: "/docs" }; module.exports = withPlugins([a, [b, {}]], c);',
    docs,
  ],
  [
    "plugins in a row",
    'const c = { basePath: "/docs" }; export default () => all.reduce((c, add) => add(c), c);',
    docs,
  ],
  [
    "a wrapped export",
    'module.exports = { basePath: "/docs" };\nmodule.exports = withSentryConfig(module.exports, {});',
    docs,
  ],
  [
    "a wrapper or not",
    'const c = { basePath: "/docs" }; export default process.env.CI ? withX(c) : c;',
    docs,
  ],
  [
    "a wrapper sometimes",
    'let c = { basePath: "/docs" }; if (process.env.A) { c = withX(c); } export default c;',
    docs,
  ],
  ["a wrapper later", 'let c = { basePath: "/docs" }; c = withX(c); export default c;', docs],
  ["a function", 'export default async () => ({ basePath: "/docs" });', docs],
  [
    "a function with a body",
    'module.exports = (phase, { defaultConfig }) => { const c = { ...defaultConfig, basePath: "/docs" }; return c; };',
    docs,
  ],
  ["a named function", 'export default function config() { return { basePath: "/docs" }; }', docs],
  [
    "returns that agree",
    'export default (phase) => { if (phase) return { ...c, a: 1 }; return c; }; const c = { basePath: "/docs" };',
    docs,
  ],
  ["a function's result", 'function make() { return { basePath: "/docs" }; }\nexport default make();', docs],
  [
    "a function of this file",
    'const add = (c) => ({ ...c, basePath: "/docs" }); export default add({ a: 1 });',
    docs,
  ],
  [
    "an import that is waited for",
    'export default async () => { const w = (await import("x")).default; return w({ basePath: "/docs" }); };',
    docs,
  ],
  // Where the value comes from.
  ["a constant", 'const basePath = "/docs"; export default { basePath };', docs],
  ["a constant's part", 'const urls = { base: "/docs" }; export default { basePath: urls.base };', docs],
  ["a template", 'const name = "docs"; export default { basePath: `/${name}` };', docs],
  ["a sum", 'const name = "docs"; export default { basePath: "/" + name };', docs],
  ["a spread", 'const base = { basePath: "/docs" }; export default { ...base, a: 1 };', docs],
  [
    "a spread that is overridden",
    'const base = { basePath: "/x" }; export default { ...base, basePath: "/docs" };',
    docs,
  ],
  ["Object.assign", 'module.exports = Object.assign({}, { basePath: "/x" }, { basePath: "/docs" });', docs],
  ["set afterwards", 'const c = {}; c.basePath = "/docs"; module.exports = c;', docs],
  [
    "a list",
    'export default { pageExtensions: ["page.tsx", "api.ts"] };',
    { pageExtensions: ["page.tsx", "api.ts"] },
  ],
  [
    "a list of lists",
    'const code = ["ts", "tsx"]; export default { pageExtensions: [...code, "mdx"] };',
    { pageExtensions: ["ts", "tsx", "mdx"] },
  ],
  ["output", 'export default { output: "export" };', { isExported: true }],
  [
    "several options",
    'export default { basePath: "/docs", output: "export", cacheComponents: true };',
    { ...docs, ...on, isExported: true },
  ],
])("an option is seen: %s", async (_case, text, config) => {
  expect(await read(text)).toEqual({ config: { ...defaultNextConfig, ...config }, warnings: [] });
});

test.each([
  ["no text", ""],
  ["not there", "export default {};"],
  ["off", "export default { cacheComponents: false };"],
  ["in a line comment", "export default {\n  // cacheComponents: true\n};"],
  ["in a block comment", "/*\n * cacheComponents: true,\n */\nexport default {};"],
  ["in a string", 'const hint = "cacheComponents: true"; export default {};'],
  ["in a template", "const hint = `cacheComponents: true`; export default {};"],
  ["a value only", 'const a = "cacheComponents"; export default { b: true };'],
  ["a longer name", "export default { cacheComponentsFoo: true };"],
  ["a name that ends so", "export default { noCacheComponents: true, my_cacheComponents: true };"],
  ["a string for a value", 'export default { cacheComponents: "true" };'],
  [
    "something else of that name",
    "export default { webpack: (config) => { config.output.x = 1; return config; } };",
  ],
  ["an option of a plugin", 'export default withX({ basePath: "/x" })({ a: 1 });'],
  ["an option of an option", 'export default { i18n: { basePath: "/x" } };'],
  ["another output", 'export default { output: "standalone" };'],
  ["another output, or none", 'export default { output: process.env.CI ? "standalone" : undefined };'],
  ["off or not set", "export default { ...(process.env.A ? { cacheComponents: false } : {}) };"],
  ["undefined", "export default { basePath: undefined };"],
  ["empty", 'export default { basePath: "" };'],
  ["a value that Next.js refuses", "export default { basePath: 5, pageExtensions: [] };"],
  ["only directives", "export default { experimental: { useCache: true } };"],
  ["switches of other things", "export default { experimental: { ppr: true, dynamicIOx: true } };"],
  ["depending on itself", "const a = { ...b }; const b = { ...a, basePath: undefined }; export default a;"],
])("an option is not seen: %s", async (_case, text) => {
  expect(await read(text)).toEqual({ config: defaultNextConfig, warnings: [] });
});

test.each([
  ["from the environment", "export default { basePath: process.env.BASE_PATH };", "basePath"],
  ["with a default", 'export default { basePath: process.env.BASE_PATH ?? "" };', "basePath"],
  ["with another default", 'export default { basePath: process.env.BASE_PATH || "/docs" };', "basePath"],
  ["imported", 'import { basePath } from "./paths"; export default { basePath };', "basePath"],
  ["one of two", 'export default { output: process.env.X ? "export" : undefined };', "output"],
  ["set on a condition", 'export default { output: process.env.X && "export" };', "output"],
  ["spread on a condition", 'export default { ...(process.env.X && { output: "export" }) };', "output"],
  ["spread on a condition, or nothing", 'export default { ...(x ? { output: "export" } : {}) };', "output"],
  [
    "set afterwards on a condition",
    'const c = {}; if (process.env.X) c.output = "export"; export default c;',
    "output",
  ],
  [
    "different returns",
    'export default (phase) => { if (phase) return { basePath: "/a" }; return { basePath: "/b" }; };',
    "basePath",
  ],
  [
    "one return of two",
    'export default (phase) => { if (phase) return { basePath: "/a" }; return {}; };',
    "basePath",
  ],
  [
    "a list with a part from elsewhere",
    "export default { pageExtensions: [...base, 'mdx'] };",
    "pageExtensions",
  ],
  ["a list that is made", "export default { pageExtensions: ['ts'].concat(more) };", "pageExtensions"],
  [
    "compared",
    "export default { cacheComponents: process.env.NODE_ENV === 'production' };",
    "cacheComponents",
  ],
  [
    "compared, in experimental",
    "export default { experimental: { cacheComponents: isOn } };",
    "cacheComponents",
  ],
  ["no JavaScript", "export default { basePath: ", "basePath"],
])("an option is not certain: %s", async (_case, text, name) => {
  const { config, warnings } = await read(text);
  expect(config).toEqual(defaultNextConfig);
  expect(warnings).toMatchObject([
    {
      code: "CONFIG_ASSUMED",
      message: expect.stringContaining(`next.config.ts sets ${name}, but`) as string,
    },
  ]);
});

const based = { "./base.config": 'const c = { basePath: "/docs" }; export default c;' };

test.each<[name: string, text: string, files?: Record<string, string>]>([
  ["spread", 'import base from "./base.config"; export default { ...base, experimental: {} };'],
  ["exported", 'import base from "./base.config";\nexport default base;\n'],
  ["exported at once", 'export { default } from "./base.config";'],
  [
    "a name of it",
    'import { base as b } from "./b"; export default { ...b };',
    { "./b": 'export const base = { basePath: "/docs" };' },
  ],
  [
    "a name that it exports otherwise",
    'import { base } from "./b"; export default base;',
    { "./b": 'const own = { basePath: "/docs" }; export { own as base };' },
  ],
  [
    "all of it",
    'import * as all from "./b"; export default all.base;',
    { "./b": 'export const base = { basePath: "/docs" };' },
  ],
  ["given to a plugin", 'import base from "./base.config"; export default withX(base, {});'],
  [
    "through another one",
    'import b from "./b"; export default b;',
    { ...based, "./b": 'export { default } from "./base.config";' },
  ],
  [
    "waited for",
    'export default async () => { const b = (await import("./base.config")).default; return { ...b }; };',
  ],
  [
    "CommonJS",
    'const base = require("./b"); module.exports = { ...base, experimental: {} };',
    { "./b": 'module.exports = { basePath: "/docs" };' },
  ],
  [
    "CommonJS, at once",
    'module.exports = require("./b");',
    { "./b": 'module.exports = { basePath: "/docs" };' },
  ],
  [
    "CommonJS, a part",
    'module.exports = { ...require("./b").base };',
    { "./b": 'module.exports = { base: { basePath: "/docs" } };' },
  ],
  [
    "CommonJS, imported",
    'import base from "./b"; export default { ...base };',
    { "./b": 'module.exports = { basePath: "/docs" };' },
  ],
  [
    "a value",
    'import { basePath } from "./b"; export default { basePath };',
    { "./b": 'export const basePath = "/docs";' },
  ],
])("an option of another module is seen: %s", async (_case, text, files = based) => {
  expect(await read(text, files)).toEqual({ config: { ...defaultNextConfig, ...docs }, warnings: [] });
});

test.each<[name: string, text: string, source: string, config?: Partial<NextConfig>]>([
  ["of a package", 'import base from "@acme/next"; export default base;', "@acme/next"],
  [
    "spread",
    'const base = require("./base.config"); module.exports = { ...base, experimental: {} };',
    "./base.config",
  ],
  ["exported at once", 'export { default } from "./base.config.js";', "./base.config.js"],
  ["a name of it", 'import { base } from "./b"; export default { ...base };', "./b"],
  ["waited for", 'export default async () => ({ ...(await import("./b.mjs")).default });', "./b.mjs"],
  [
    "given to a plugin",
    'import base from "./base.config"; import withX from "x"; export default withX(base);',
    "./base.config",
  ],
  [
    "through a function of this file",
    'import base from "./b"; const make = () => ({ ...base }); export default make();',
    "./b",
  ],
  [
    "spread behind an option",
    'import base from "./base"; export default { basePath: "/docs", ...base };',
    "./base",
    docs,
  ],
  [
    "and the name in a comment",
    'import base from "./base"; // sets basePath\nexport default base;',
    "./base",
  ],
])("an object from elsewhere that cannot be read is told: %s", async (_case, text, source, config = {}) => {
  expect(await read(text)).toEqual({
    config: { ...defaultNextConfig, ...config },
    warnings: [
      {
        code: "CONFIG_ASSUMED",
        message: `next.config.ts takes options from ${source}, which is not read: assumed that it sets none of pageExtensions, basePath, output, cacheComponents.`,
      },
    ],
  });
});

test("of an object from elsewhere, what is set behind it is certain, and what is set somewhere is not", async () => {
  const { config, warnings } = await read(
    'import base from "./b"; const more = { output: "export" }; export default { ...base, basePath: "/docs", more };',
  );
  expect(config).toEqual({ ...defaultNextConfig, ...docs });
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining("sets output, but"),
    expect.stringContaining(
      "takes options from ./b, which is not read: assumed that it sets none of pageExtensions, cacheComponents.",
    ),
  ]);
});

test.each([
  ["a plugin", 'import withX from "x"; export default withX({ a: 1 });'],
  ["a plugin, required", 'const withX = require("x"); const c = {}; module.exports = withX(c);'],
  ["a plugin, required and made", 'const withX = require("x")({ a: 1 }); module.exports = withX({ b: 1 });'],
  [
    "a plugin that is made",
    'import make from "x"; const withX = make("./src/i18n.ts"); export default withX({});',
  ],
  ["a plugin of the app", 'import { withX } from "./with-x"; export default withX({});'],
  [
    "plugins in a list",
    'const { composePlugins, withNx } = require("@nx/next"); const all = [withNx]; module.exports = composePlugins(...all)({ a: 1 });',
  ],
  [
    "plugins in a row",
    'import a from "a"; import b from "b"; const c = {}; export default [a, b].reduce((c, add) => add(c), c);',
  ],
  [
    "a phase",
    'import { PHASE } from "next/constants"; export default (phase) => (phase === PHASE ? { a: 1 } : {});',
  ],
  [
    "what Next.js hands over",
    'import x from "x"; export default (phase, { defaultConfig }) => ({ ...defaultConfig, a: x });',
  ],
  [
    "a value of another option",
    'import a from "a"; import list from "./list"; export default { env: a, images: { domains: [...list] } };',
  ],
  ["a file that is run", 'import "./env"; await import("./src/env.js"); export default {};'],
  ["a type", 'import type { NextConfig } from "next"; const c: NextConfig = {}; export default c;'],
])("what is imported for something else is not told: %s", async (_case, text) => {
  expect(await read(text)).toEqual({ config: defaultNextConfig, warnings: [] });
});

test("modules that import each other end", async () => {
  const { warnings } = await read('import a from "./a"; export default a;', {
    "./a": 'import b from "./b"; export default { ...b };',
    "./b": 'import a from "./a"; export default { ...a };',
  });
  expect(warnings.length).toBeLessThan(2);
});

test("the parser is called only where an option is named", async () => {
  const parse = () => Promise.reject(new Error("called"));
  const texts = [
    "",
    "export default { reactStrictMode: true };",
    "export default { output: 'standalone', outputFileTracingRoot: root };",
  ];
  for (const text of texts) {
    expect((await readNextConfig("next.config.js", text, parse)).config).toEqual(defaultNextConfig);
  }
  await expect(readNextConfig("next.config.js", "export default { basePath };", parse)).rejects.toThrow(
    "called",
  );
});

test("a config that is made to take for ever is given up", async () => {
  const lines = Array.from(
    { length: 60 },
    (_, i) => `const a${String(i)} = { ...a${String(i + 1)}, ...a${String(i + 1)} };`,
  );
  const { warnings } = await read(
    `${lines.join("\n")}\nconst a60 = {}; export default { ...a0, x: { basePath: 1 } };`,
  );
  expect(warnings.map(({ code }) => code)).toEqual(["CONFIG_ASSUMED"]);
});
