import path from "node:path";
import { run } from "../../scripts/run.mjs";
import { oneChecker } from "../matrix/workspace.js";
import { repository } from "./pipeline.js";

/**
 * Compiles an app with TypeScript 7, by its own flags: several times as fast as the compiler of an app that has another
 * one, with which the build of Next.js has looked at the same files.
 *
 * @param config the tsconfig.json to compile by, or its folder.
 */
export function typeCheck(app: string, config = "."): Promise<{ code: number | null; stdout: string }> {
  const tsc = path.join(repository, "node_modules/typescript-7/bin/tsc");
  // 7 knows no target below this, and Next.js does not read it.
  const flags = ["--noEmit", "--target", "es2017", ...oneChecker];
  return run(process.execPath, [tsc, "-p", config, ...flags], { cwd: app });
}
