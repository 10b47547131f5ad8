import type { NextRequest } from "next/server";

type Context = { params: Promise<Record<string, string>> };
type Handler = (req: NextRequest, context: Context) => Promise<Response>;

/** Lets nobody in without the cookie of a session. */
export function withAuth(handler: Handler) {
  return async (req: NextRequest, context: Context): Promise<Response> => {
    if (!req.cookies.has("session")) {
      return Response.json({ error: "Unauthorized" }, { status: 401 });
    }
    return handler(req, context);
  };
}
