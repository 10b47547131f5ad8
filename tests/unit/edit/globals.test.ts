import { expect, test } from "vitest";
import { platformNames } from "../../../src/edit/globals.js";
import { identifiersIn } from "../../../src/project/names.js";
import { parseModule } from "../../../src/syntax/parse-module.js";
import { methods } from "../../../src/spec/methods.js";
import { templateNames } from "../../../src/spec/templates.js";
import { projectOf, renderRoutes } from "../../support/pipeline.js";

/** Types that are the language's own, and no values. */
const utilityTypes = ["Awaited", "Omit", "Partial", "Pick", "Readonly", "Record", "Required"];

test("whatever of the platform a route file uses can be reached where a file has taken its name", () => {
  const used = new Set<string>();
  for (const next of ["14.2.0", "16.4.5"]) {
    for (const template of templateNames) {
      for (const route of ["posts", "posts/[id]", "docs/[...slug]", "docs/[[...slug]]"]) {
        for (const auth of [undefined, "bearer"]) {
          const files = renderRoutes(
            [route],
            { template, auth, methods: [methods.join(",")] },
            projectOf(next),
          );
          for (const { text, purpose } of files) {
            if (purpose.kind !== "route") continue;
            const { program } = parseModule(text, { jsx: false });
            for (const { name } of identifiersIn(program)) {
              if (name === "undefined") continue;
              if (name in globalThis || utilityTypes.includes(name)) used.add(name);
            }
          }
        }
      }
    }
  }
  // `fetch` would be there if a template called it: then it has to be in the list.
  expect([...platformNames].sort()).toEqual([...used].sort());
});
