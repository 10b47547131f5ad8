import path from "node:path";
import fs from "fs-extra";
import { onTestFinished } from "vitest";
import { makeScratch } from "../../scripts/next-app.mjs";
import { create } from "../../src/commands/create.js";
import type { Report } from "../../src/model.js";
import type { CreateOptions } from "../../src/options.js";
import { methods } from "../../src/spec/methods.js";
import { noOptions } from "./no-options.js";
import { templates, repository } from "./pipeline.js";
import { noStdin } from "./no-stdin.js";
import { noProgress } from "../../src/progress.js";

/** An app in a scratch folder. */
export interface App {
  readonly root: string;
  readonly run: (routes: readonly string[], options?: Partial<CreateOptions>) => Promise<Report>;
  readonly write: (files: Files) => void;
  readonly read: (file: string) => string;
}

/** Texts by path; what is no text is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

/**
 * Makes an app for one test, with files and with packages of this repository. Its package.json has Next.js and what `package.json` adds.
 *
 * @param packages what is installed: names, or a name here for each name there, e.g. Prettier 2 as Prettier.
 */
export async function appWith(files: Files, packages: Readonly<Record<string, string>>): Promise<App> {
  const scratch = await makeScratch();
  onTestFinished(() => fs.remove(scratch));
  const root = path.join(scratch, "app");
  const write = (texts: Files) => {
    for (const [file, content] of Object.entries(texts)) {
      const text = typeof content === "string" ? content : JSON.stringify(content);
      fs.outputFileSync(path.join(root, file), text);
    }
  };
  write({ "package.json": { dependencies: { next: "16.4.5" } }, ...files });
  fs.ensureDirSync(path.join(root, "app"));
  for (const [name, here] of Object.entries(packages)) {
    fs.ensureSymlinkSync(
      path.join(repository, "node_modules", here),
      path.join(root, "node_modules", name),
      "dir",
    );
  }
  return {
    root,
    write,
    read: (file) => fs.readFileSync(path.join(root, file), "utf8"),
    run: (routes, options = {}) =>
      create(
        routes,
        { ...noOptions, ...options },
        {
          cwd: root,
          templates,
          readStdin: noStdin,
          progress: noProgress,
          statePlaces: [{ folder: path.join(scratch, "state"), isShared: false }],
          tool: "0.0.0",
        },
      ),
  };
}

const allButOptions = methods.filter((method) => method !== "OPTIONS");

/** Routes of every template, with short names and with long ones, as `--from` reads them: each list is one run. */
export const variety = [
  [{ route: "posts", crud: true }],
  [
    { route: "users/:id/orders", crud: true, auth: true },
    { route: "categories/:id", methods },
    { route: "international-configurations/:configurationId/translation-memories", crud: true },
    "docs/*slug",
    "guide/*slug?",
    { route: "bare/a", fallbacks: false, methods: "GET,DELETE" },
    { route: "bare/:id", fallbacks: false, auth: true },
    ...["basic/a", "basic/:id"].map((route) => ({ route, template: "basic", methods: allButOptions })),
    { route: "basic-with-quite-a-long-name/:someIdentifier/*rest", template: "basic", auth: true },
    ...["text/a", "text/:id"].map((route) => ({ route, template: "text" })),
    ...["text/b", "text/c/*rest"].map((route) => ({
      route,
      template: "text",
      methods: "GET,HEAD,POST",
      auth: true,
    })),
    ...["search/a", "search/of/:id/things"].map((route) => ({ route, template: "search" })),
    { route: "search/internationalization-configurations", template: "search", auth: true },
    ...["form/a", "form/:id"].map((route) => ({ route, template: "form" })),
    { route: "form/b", template: "form", methods: "GET,POST,PUT", fallbacks: false },
    ...["cookies/a", "cookies/:id"].map((route) => ({ route, template: "cookies" })),
  ],
] as const;
