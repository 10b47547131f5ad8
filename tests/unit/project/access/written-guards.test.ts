import { expect, test } from "vitest";
import { authNames, rolesOf } from "../../../../src/spec/auth.js";
import { seenIn } from "../../../support/app-modules.js";
import { renderRoutes } from "../../../support/pipeline.js";

test.each(authNames.filter((name) => name !== "app"))("list sees the guard of %s that is written", (auth) => {
  for (const role of [undefined, ...(rolesOf(auth) ? ["admin"] : [])]) {
    const files = renderRoutes(["posts"], { auth, role, methods: ["GET", "POST"] });
    const route = files.find(({ path }) => path.endsWith("/route.ts"));
    const seen = seenIn(route?.text ?? "").filter((each) => /^(GET|POST) /.test(each));
    expect(seen).toHaveLength(2);
    for (const each of seen) expect(each).not.toMatch(/ (none|\?.*)$/);
  }
});
