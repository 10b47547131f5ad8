import { describe, expect, test } from "vitest";
import type { FileChange } from "../../../src/model.js";
import { chooseGuard } from "../../../src/plan/auth/choose-guard.js";
import { plan } from "../../../src/plan/plan.js";
import { targetsOf } from "../../../src/plan/targets.js";
import { noHabits } from "../../../src/project/habits/habits.js";
import { devPort } from "../../../src/project/manifest.js";
import { bareShell } from "../../../src/report/shell.js";
import { trialLine } from "../../../src/report/trial-line.js";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { projectOf, requestOf } from "../../support/pipeline.js";

const json = `-H 'Content-Type: application/json'`;

/** The line for what is asked of an app without routes. */
function lineFor(
  route: string,
  options: Partial<RouteRequest> = {},
  project = projectOf(),
  isWindows = false,
) {
  const { specs } = parseRouteSpecs(requestOf([route], options));
  const { targets } = targetsOf(specs, project);
  const { files } = plan(targets, project, () => ({ there: undefined, habits: noHabits, chooseGuard })).plan;
  const changes = files.map(({ path, purpose }): FileChange => ({
    path,
    purpose,
    action: "create",
    before: undefined,
    text: "",
  }));
  return trialLine(changes, project, 3000, { ...bareShell, isWindows });
}

const url = "http://localhost:3000/api";

describe("a request that shows that a route answers", () => {
  test.each<[string, Partial<RouteRequest>, string]>([
    ["posts", {}, `curl ${url}/posts`],
    ["posts/[id]", {}, `curl ${url}/posts/1`],
    ["posts", { crud: true }, `curl ${url}/posts`],
    ["users/:id/orders", {}, `curl ${url}/users/1/orders`],
    ["docs/*slug", {}, `curl ${url}/docs/a/b`],
    ["docs/*slug?", {}, `curl ${url}/docs`],
    ["(admin)/posts", {}, `curl ${url}/posts`],
    ["posts", { methods: ["POST"] }, `curl ${json} -d '{"title":"First"}' ${url}/posts`],
    ["posts/[id]", { methods: ["PUT"] }, `curl -X PUT ${json} -d '{"title":"First"}' ${url}/posts/1`],
    ["posts", { methods: ["PATCH"] }, `curl -X PATCH ${json} -d '{"id":"1","title":"First"}' ${url}/posts`],
    ["posts", { methods: ["DELETE"] }, `curl -X DELETE ${json} -d '{"id":"1","title":"First"}' ${url}/posts`],
    ["posts/[id]", { methods: ["DELETE"] }, `curl -X DELETE ${url}/posts/1`],
    ["posts", { methods: ["HEAD"] }, `curl -I ${url}/posts`],
    ["posts", { methods: ["OPTIONS"] }, `curl -X OPTIONS ${url}/posts`],
    ["posts", { template: "basic", methods: ["POST"] }, `curl ${json} -d '{"title":"First"}' ${url}/posts`],
    [
      "notes",
      { template: "text", methods: ["POST"] },
      `curl -H 'Content-Type: text/plain' -d Hello ${url}/notes`,
    ],
    ["upload", { template: "form" }, `curl -F name=first -F file=@package.json ${url}/upload`],
    ["session", { template: "cookies", methods: ["POST"] }, `curl -X POST ${url}/session`],
    ["find", { template: "search" }, `curl ${url}/find`],
    ["posts", { auth: "bearer" }, `curl -H "Authorization: Bearer $API_TOKEN" ${url}/posts`],
  ])("%s with %j", (route, options, line) => {
    expect(lineFor(route, options)).toBe(line);
  });

  test("has the base path in it", () => {
    expect(lineFor("posts", {}, projectOf("16.4.6", { basePath: "/docs" }))).toBe(
      "curl http://localhost:3000/docs/api/posts",
    );
  });

  test("is quoted for Windows there", () => {
    expect(lineFor("posts", { methods: ["POST"], auth: "bearer" }, projectOf(), true)).toBe(
      `curl -H "Authorization: Bearer %API_TOKEN%" -H "Content-Type: application/json" -d "{\\"title\\":\\"First\\"}" ${url}/posts`,
    );
  });
});

test.each([
  ["next dev", 3000],
  ["next dev -p 4000", 4000],
  ["next dev --port 4001 --turbo", 4001],
  ["next dev --port=4002", 4002],
  ["PORT=4003 next dev", 4003],
  ["cross-env PORT=4004 next dev", 4004],
  ["next dev --turbopack", 3000],
  ["next dev -p4005", 4005],
  ["next dev --port '4006'", 4006],
  ["cross-env-shell PORT=4007 'next dev'", 4007],
  // Next.js takes the option before the variable.
  ["PORT=5000 next dev -p 4008", 4008],
  // Others have ports, too.
  ["prisma studio -p 5555 & next dev", 3000],
  ["docker run -p 5432:5432 db && next dev -p 4009", 4009],
  ['concurrently "storybook dev -p 6006" "next dev -p 4010"', 4010],
  ["DB_PORT=5432 next dev", 3000],
  ["next dev -H 0.0.0.0 --port 4011", 4011],
  ["next dev --my-port 1", 3000],
  ["next -p 4012", 4012],
  // What it starts is not known: a port that it names is likely its own.
  ["node server.js --port 4013", 4013],
  ["PORT=4014 node server.js", 4014],
  ["next dev -p ${PORT:-4015}", 3000],
  ["next dev -p 99999", 3000],
  ["next dev -p 0", 3000],
  ["", 3000],
  [undefined, 3000],
])("the development server of %j is at %i", (dev, port) => {
  expect(devPort({ scripts: { dev } })).toBe(port);
});

test("of several scripts the one that starts the development server counts", () => {
  const scripts = { start: "next start -p 5000", dev: "next dev -p 4000", "dev:admin": "next dev -p 6000" };
  expect(devPort({ scripts })).toBe(4000);
  expect(devPort({ scripts: { start: scripts.start } })).toBe(3000);
});

test("without scripts it is at Next's own port", () => {
  expect(devPort({})).toBe(3000);
  expect(devPort(undefined)).toBe(3000);
});
