import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { plan } from "../../../src/plan/plan.js";
import { targetsOf } from "../../../src/plan/targets.js";
import { noHabits } from "../../../src/project/habits/habits.js";
import { builtRenderer } from "../../../src/render/built-renderer.js";
import type { Compiled } from "../../../src/render/included.js";
import { render } from "../../../src/render/render.js";
import { templateCode } from "../../../src/render/template.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { templateNames } from "../../../src/spec/templates.js";
import { projectOf, renderTemplate, repository, requestOf, templates } from "../../support/pipeline.js";

/** The templates as the build writes them. */
const built = new Map(
  templates.names().map((name): [string, Compiled] => {
    const text = readFileSync(path.join(repository, "templates", `${name}.ejs`), "utf8");
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a build writes the same code into a file
    return [name, new Function("view", `"use strict";\n${templateCode(text)}`) as Compiled];
  }),
);

test.each(templateNames)("%s as functions says what it says as texts", (template) => {
  const routes = ["posts", "posts/[id]", "users/[userId]/orders", "docs/[...slug]", "files/[[...path]]"];
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
  for (const route of routes) {
    const { specs } = parseRouteSpecs(requestOf([route], { template, methods }));
    const { targets } = targetsOf(specs, projectOf());
    const planned = plan(targets, projectOf(), () => ({ there: undefined, habits: noHabits })).plan;
    expect(render(planned, builtRenderer(built))).toEqual(render(planned, renderTemplate));
  }
});

test("a name without a template is told", () => {
  const by = { name: "resource", base: "resource" } as const;
  expect(() => builtRenderer(new Map())("partials/none", {}, by)).toThrow(
    "There is no template partials/none.",
  );
});
