import { expect, test } from "vitest";
import { toolCall } from "../../../src/report/shell.js";

test.each([
  [undefined, "create-api-route"],
  ["", "create-api-route"],
  ["npm/10.8.2 node/v20.20.2 linux x64 workspaces/false", "npx create-api-route"],
  ["pnpm/10.4.0 npm/? node/v22.1.0 linux x64", "pnpm dlx create-api-route"],
  ["yarn/1.22.22 npm/? node/v20.20.2 linux x64", "npx create-api-route"],
  ["yarn/4.6.0 npm/? node/v20.20.2 linux x64", "yarn dlx create-api-route"],
  ["bun/1.2.4 npm/? node/v22.6.0 linux x64", "bunx create-api-route"],
  ["something/1", "create-api-route"],
])("run by %j, it is called %j", (userAgent, call) => {
  expect(toolCall(userAgent)).toBe(call);
});
