import type { TestsHere } from "../../project/tests-here.js";
import { testFile } from "./test-file.js";
import type { RouteFacts } from "../route-facts.js";
import { runnerFor } from "./test-missing.js";
import { wholeRoute } from "./whole-route.js";
import { noTest, type WriteTest } from "./write-test.js";

/** Plans tests in an app that is tested in this way. Pure. */
export function testWriter(here: TestsHere): WriteTest {
  return (facts, written, path, { choice, aliases, project, anew, there }) => {
    const runner = runnerFor(choice, here);
    if (typeof runner === "object") return { ...noTest, problems: [runner] };
    const { viewed, leftOut } = wholeRoute(facts, written, anew, there);
    const hasStore = there === undefined || there.data === "all";
    const site = { runner, here, aliases, project, leftOut };
    const { file, warnings } = testFile(hasStore ? facts : withoutStore(facts), viewed, path, site);
    return { files: file ? [file] : [], warnings, problems: [] };
  };
}

/** The same with a data module of the app's own: what is in its store is not known. */
function withoutStore(facts: RouteFacts): RouteFacts {
  const { resource } = facts;
  return { ...facts, resource: { ...resource, source: { ...resource.source, isInMemory: false } } };
}
