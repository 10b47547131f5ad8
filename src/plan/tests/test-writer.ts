import type { TestsHere } from "../../project/tests-here.js";
import { testFile } from "./test-file.js";
import { runnerFor } from "./test-missing.js";
import { noTest, type WriteTest } from "./write-test.js";

/** Plans tests in an app that is tested in this way. Pure. */
export function testWriter(here: TestsHere): WriteTest {
  return (facts, viewed, path, { choice, aliases, project }) => {
    const runner = runnerFor(choice, here);
    if (typeof runner === "object") return { ...noTest, problems: [runner] };
    const { file, warnings } = testFile(facts, viewed, path, { runner, here, aliases, project });
    return { files: file ? [file] : [], warnings, problems: [] };
  };
}
