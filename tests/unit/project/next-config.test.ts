import { expect, test } from "vitest";
import { switchesOn } from "../../../src/project/next-config.js";

test.each([
  ["plain", "const nextConfig: NextConfig = { cacheComponents: true };\nexport default nextConfig;"],
  ["CommonJS", "module.exports = { reactStrictMode: true, cacheComponents: true }"],
  ["nested", "export default { experimental: { cacheComponents: true } };"],
  ["double quotes", 'export default { "cacheComponents": true };'],
  ["single quotes", "export default { 'cacheComponents': true };"],
  ["spaces", "export default { cacheComponents :\n    true };"],
  ["a comment between", "export default { cacheComponents: /* always */ true };"],
  ["a comment behind", "export default { cacheComponents: true // on\n};"],
  ["a URL before", 'const url = "https://example.com"; export default { cacheComponents: true };'],
  [
    "a quote in a string before",
    `const a = "it's"; const b = '"'; export default { cacheComponents: true };`,
  ],
  ["an escaped quote before", `const a = "\\""; const b = '\\''; export default { cacheComponents: true };`],
  ["an apostrophe in a comment before", "// don't\nexport default { cacheComponents: true };"],
  ["a template before", "const a = `'${b}\n\"`; export default { cacheComponents: true };"],
  ["comment marks in a string", 'const glob = "/*"; export default { cacheComponents: true }; // */'],
  ["a wrapper", "export default withMDX({ cacheComponents: true });"],
  ["a cast", "export default { cacheComponents: true as const };"],
])("an option is seen: %s", (_case, text) => {
  expect(switchesOn(text, "cacheComponents")).toBe(true);
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
  ["another value", "export default { cacheComponents: trueish };"],
  ["a string for a value", 'export default { cacheComponents: "true" };'],
])("an option is not seen: %s", (_case, text) => {
  expect(switchesOn(text, "cacheComponents")).toBe(false);
});

test("the longer of two options does not switch the other on", () => {
  const text = "export default { cacheComponents: false, cacheComponentsDebug: true };";
  expect(switchesOn(text, "cacheComponents")).toBe(false);
  expect(switchesOn(text, "cacheComponentsDebug")).toBe(true);
});
