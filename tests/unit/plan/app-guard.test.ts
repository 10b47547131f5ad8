import { expect, test } from "vitest";
import { renderNear } from "../../support/render-near.js";

const withAuth = `import { withAuth } from "@/lib/auth";
export const GET = withAuth(async (request) => Response.json({ url: request.url }));
export const POST = withAuth(async (request) => Response.json({ url: request.url }));
`;
const called = `import { auth } from "@/lib/auth";
export async function GET() {
  const session = await auth();
  if (!session) return Response.json({ error: "Unauthorized" }, { status: 401 });
  return Response.json([]);
}
`;
const unclear = `import { withAuth } from "@/lib/auth";
import { handler } from "./handler";
export const GET = withAuth(handler);
`;

function written(auth: "app" | true, text?: string) {
  const files = text === undefined ? {} : { "app/api/users/route.ts": text };
  return renderNear(["posts"], { auth }, { files })[0]!.text;
}

test("the guard that the handlers near it call is called", () => {
  for (const auth of ["app", true] as const) {
    expect(written(auth, called)).toContain("const session = await auth();");
    expect(written(auth, called)).not.toContain("isAuthorized");
  }
});

test("a wrapper that makes sure of the caller is guard enough", () => {
  for (const auth of ["app", true] as const) {
    expect(written(auth, withAuth)).toContain("export const POST = withAuth(async (request) => {");
    expect(written(auth, withAuth)).not.toContain("isAuthorized");
  }
});

test.each([["nothing", undefined] as const, ["a wrapper that is not clear", unclear] as const])(
  "where there is %s, one of our own is written, or that it is missing is told",
  (_, text) => {
    expect(written(true, text)).toContain("if (!isAuthorized(request)) return unauthorized();");
    expect(() => written("app", text)).toThrow(
      "No handler near app/api/posts shows a guard that GET, POST could have too.",
    );
  },
);
