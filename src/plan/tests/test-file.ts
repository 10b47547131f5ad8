import type { PlannedFile, Project, Warning } from "../../model.js";
import type { PathAlias } from "../../project/path-aliases.js";
import { testFileAt, besideRoute } from "../../project/test-places.js";
import type { TestsHere } from "../../project/tests-here.js";
import type { RunnerName } from "../../spec/tests.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteViewed } from "../route-view.js";
import { urlOf } from "../locate.js";
import { testImports } from "./test-imports.js";
import type { LeftOut } from "./testable.js";
import { testView } from "./test-view.js";

/** What a test file is planned with, beside the route that it is of. */
export interface TestSite {
  readonly runner: RunnerName;
  readonly here: TestsHere;
  readonly aliases: () => readonly PathAlias[];
  readonly project: Pick<Project, "config">;
  /** The handlers that it has no cases for already. */
  readonly leftOut?: readonly LeftOut[];
}

/**
 * The test of a route file: a case for each status that its new handlers can answer, made of the values that they are made of.
 * What cannot be known, or not be reached in the runner, is left out, and that is said. Pure.
 *
 * @param path of the route file, relative to the project root.
 */
export function testFile(
  facts: RouteFacts,
  viewed: RouteViewed,
  path: string,
  site: TestSite,
): { file: PlannedFile | undefined; warnings: Warning[] } {
  const { folder, segments } = facts.location;
  const file =
    testFileAt(site.here.place, folder) ?? testFileAt(besideRoute, folder) ?? `${folder}/route.test.ts`;
  const imports = testImports(facts, path, file, site.aliases);
  const { test, leftOut } = testView(facts, viewed, imports, site);
  const warnings = [...(site.leftOut ?? []), ...leftOut].map(({ methods, why }): Warning => ({
    code: "TEST_LEFT_OUT",
    message: `${file} has no cases for ${methods.join(", ")} ${urlOf(segments)}: ${why}.`,
  }));
  if (test.groups.length === 0) return { file: undefined, warnings };
  return {
    warnings,
    file: {
      path: file,
      template: "partials/tests/route",
      madeBy: facts.spec.template,
      view: { ...viewed.view, test },
      style: facts.file?.style ?? facts.manner.style,
      purpose: { kind: "beside", route: urlOf(segments), adds: facts.adds },
    },
  };
}
