import { runTool as runOnly } from "../../scripts/next-app.mjs";
import { asksForJson, jsonDocument } from "./json-document.js";

/** Runs the installed tool in an app. What it prints with --json is held to the published schema, also when it fails. */
export const runTool: typeof runOnly = async (app, args, options) => {
  const result = await runOnly(app, args, options);
  if (asksForJson(args)) jsonDocument(result.stdout);
  return result;
};
