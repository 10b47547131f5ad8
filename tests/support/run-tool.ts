import { runTool as runOnly } from "../../scripts/next-app.mjs";
import { jsonDocument } from "./json-document.js";

/** Runs the installed tool in an app. What it prints with --json is held to the published schema, also when it fails. */
export const runTool: typeof runOnly = async (app, args, options) => {
  const result = await runOnly(app, args, options);
  const end = args.indexOf("--");
  const isJson = (end === -1 ? args : args.slice(0, end)).includes("--json");
  if (isJson) jsonDocument(result.stdout);
  return result;
};
