import type { Problem } from "../errors.js";
import type { Warning } from "../model.js";
import type { AccessNear } from "../project/access-near.js";
import type { RouteFile } from "../project/route-file.js";
import type { Method } from "../spec/methods.js";
import type { Guard } from "./auth/guard.js";
import { guardedMethods } from "./guards.js";
import type { Target } from "./targets.js";

/**
 * `--auth` asks for every handler to be guarded, and those that are there are not touched. Where it names no provider, any guard
 * will do.
 */
export function unguarded(
  { spec }: Target,
  file: RouteFile | undefined,
  guard: Guard | undefined,
  access: AccessNear = () => undefined,
): Problem[] {
  if (!file || !guard) return [];
  const isSeen = (method: Method) => access(file.path, method)?.kind === "guarded";
  const own = guardedMethods(file, guard);
  const guarded =
    spec.auth === "any" && spec.role === undefined ? [...own, ...file.offered.filter(isSeen)] : own;
  const open = spec.methods.filter(
    (method) => method !== "OPTIONS" && file.offered.includes(method) && !guarded.includes(method),
  );
  if (open.length === 0) return [];
  const missing = spec.methods.filter((method) => !file.offered.includes(method));
  return [
    {
      code: "FILE_EXISTS",
      message: `${file.path} is there already, and its ${open.join(", ")} ${
        open.length === 1 ? "does" : "do"
      } not have the guard that --auth asks for: handlers that exist are not changed.`,
      hint: `${
        missing.length > 0
          ? `Ask for the missing ones only (-m ${missing.join(",")}), guard the others`
          : `Guard ${open.length === 1 ? "it" : "them"}`
      } by hand, or replace the file with --force.`,
    },
  ];
}

/** What `export *` hides could be one of the methods that are added. */
export function hiddenExports({ path, hidden }: RouteFile): Warning[] {
  return hidden.map((source) => ({
    code: "EXPORTS_HIDDEN",
    message: `${path} has \`export * from ${JSON.stringify(
      source,
    )}\`, which could not be looked into: if it exports a method that was added, the new handler takes its place.`,
  }));
}
