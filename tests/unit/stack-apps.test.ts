import { expect, test } from "vitest";
import { authNames } from "../../src/spec/auth.js";
import { dataNames } from "../../src/spec/data-sources.js";
import { runnerNames } from "../../src/spec/tests.js";
import { validationNames } from "../../src/spec/validation.js";
import { appsOf, providerOf, stackApps } from "../support/stack-app.js";

/** What needs nothing of an app, or all of one: the guard of its own. */
const withoutApp = ["app", "bearer", "sample", "none"];

test("whatever of an app's stack is made use of has an app of its own", () => {
  const all = [...authNames, ...validationNames, ...dataNames, ...runnerNames];
  const withApp = [...new Set(all)].filter((name) => !withoutApp.includes(name)).sort();
  expect([...new Set(stackApps().map(providerOf))].sort()).toEqual(withApp);
  expect(appsOf(validationNames)).toEqual(["arktype", "valibot", "zod", "zod-3"]);
});
