import { expect, test } from "vitest";
import { withoutFallbacks } from "../../../src/edit/fallbacks.js";
import type { Method } from "../../../src/spec/methods.js";
import { edited } from "../../support/edited.js";
import { routeFile } from "../../support/route-there.js";

const refusal = "function methodNotAllowed() {}";

test.each<[list: string, taken: Method[], left: string]>([
  [
    "export { methodNotAllowed as PUT, methodNotAllowed as DELETE };",
    ["PUT"],
    `${refusal}\n\nexport { methodNotAllowed as DELETE };`,
  ],
  [
    "export {\n  methodNotAllowed as PUT,\n  methodNotAllowed as PATCH,\n  methodNotAllowed as DELETE,\n};",
    ["PATCH"],
    `${refusal}\n\nexport { methodNotAllowed as PUT, methodNotAllowed as DELETE };`,
  ],
  // As people have changed it, it stays.
  [
    "export {methodNotAllowed as PUT , methodNotAllowed as DELETE}",
    ["PUT"],
    `${refusal}\n\nexport {methodNotAllowed as DELETE}`,
  ],
  [
    "export {methodNotAllowed as PUT , methodNotAllowed as DELETE}",
    ["DELETE"],
    `${refusal}\n\nexport {methodNotAllowed as PUT}`,
  ],
  [
    "export {methodNotAllowed as PUT, a, methodNotAllowed as PATCH, methodNotAllowed as DELETE}; let a",
    ["PUT", "PATCH", "DELETE"],
    "\n\nexport {a}; let a",
  ],
  // With the last one goes the function, unless something calls it.
  ["export { methodNotAllowed as PUT };", ["PUT"], ""],
  ["export { methodNotAllowed as PUT };\nmethodNotAllowed();", ["PUT"], `${refusal}\nmethodNotAllowed();`],
  [
    "export { methodNotAllowed as PUT, methodNotAllowed };",
    ["PUT"],
    `${refusal}\n\nexport { methodNotAllowed };`,
  ],
  ["export { methodNotAllowed as PUT };", ["POST"], `${refusal}\n\nexport { methodNotAllowed as PUT };`],
  [
    "export { methodNotAllowed as PUT };\nexport { methodNotAllowed as POST };",
    ["PUT"],
    `${refusal}\nexport { methodNotAllowed as POST };`,
  ],
  ["export { methodNotAllowed as PUT };\nexport { methodNotAllowed as POST };", ["PUT", "POST"], ""],
])("%s without %j", (list, taken, left) => {
  const file = routeFile(`${refusal}\n\n${list}`);
  expect(edited(file, withoutFallbacks(file, taken))).toBe(left);
});
