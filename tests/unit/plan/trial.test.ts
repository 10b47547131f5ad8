import { expect, test } from "vitest";
import type { FilePurpose } from "../../../src/model.js";
import { methods, type Method } from "../../../src/spec/methods.js";
import { templateNames } from "../../../src/spec/templates.js";
import { addTo } from "../../support/add-to.js";
import { renderRoutes } from "../../support/pipeline.js";
import { routeThere } from "../../support/route-there.js";

function trialIn(purpose: FilePurpose | undefined) {
  if (purpose?.kind !== "route") throw new Error("There is no route.");
  return purpose.trial;
}

/** What a handler reads, by the text that was written for it. */
function readBy(text: string, method: Method) {
  const start = new RegExp(`^export (async )?function ${method}\\b`, "m").exec(text)?.index;
  if (start === undefined) throw new Error(`There is no ${method} in\n${text}`);
  const handler = text.slice(start, text.indexOf("\n}\n", start));
  if (handler.includes("readForm(")) return "form";
  if (handler.includes("readId(")) return "json with an id";
  if (handler.includes(".json()")) return "json";
  return handler.includes(".text()") ? "text" : "nothing";
}

const routes = ["posts", "posts/[id]", "users/[userId]/posts", "docs/[...slug]", "docs/[[...slug]]"];

test.each(templateNames.flatMap((template) => routes.map((route) => [template, route] as const)))(
  "of %s at %s every method is sent what its handler reads",
  (template, route) => {
    for (const method of methods) {
      const [file] = renderRoutes([route], { template, methods: [method] });
      const trial = trialIn(file?.purpose);
      expect(trial, method).toMatchObject({ method, header: undefined });
      expect(trial.sends, method).toBe(readBy(file?.text ?? "", method));
    }
  },
);

test("the fields that have to be there are sent", () => {
  const fields = ["title:string,views:int?,status:draft|published,tags:string[],at:date"];
  const [file] = renderRoutes(["posts"], { methods: ["POST"], fields });
  expect(JSON.parse(trialIn(file?.purpose).body)).toEqual({
    title: "First",
    status: "draft",
    tags: ["First"],
    at: "2026-01-31T12:00:00Z",
  });
});

test("a GET is the plainest; without one it is the first method", () => {
  const methodFor = (...asked: Method[]) =>
    trialIn(renderRoutes(["posts"], { methods: asked })[0]?.purpose).method;
  expect(methodFor("DELETE", "GET", "POST")).toBe("GET");
  expect(methodFor("DELETE", "POST")).toBe("POST");
  expect(methodFor("OPTIONS", "PUT")).toBe("PUT");
});

test("a guard with a token asks for its header", () => {
  const headerWith = (auth: string | true | undefined) =>
    trialIn(renderRoutes(["posts"], { auth })[0]?.purpose).header;
  expect(headerWith("bearer")).toBe("Authorization: Bearer $API_TOKEN");
  expect(headerWith(true)).toBe("Authorization: Bearer $API_TOKEN");
  expect(headerWith("none")).toBeUndefined();
});

test("in a file that is there a method that is added is tried: of the others nothing is known", async () => {
  const there = routeThere("export function POST() {\n  return new Response();\n}\n");
  const added = await addTo(there, "posts", { methods: ["POST", "PUT"] });
  expect(trialIn(added.change.purpose)).toEqual({
    method: "PUT",
    sends: "json with an id",
    body: '{"id":"1","title":"First"}',
    header: undefined,
  });
  const all = await addTo(there, "posts", { methods: ["POST"] });
  expect(trialIn(all.change.purpose)).toMatchObject({ method: "POST", sends: "nothing" });
});
