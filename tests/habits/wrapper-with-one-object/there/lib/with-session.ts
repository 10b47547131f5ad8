import type { NextRequest } from "next/server";

interface Given {
  req: NextRequest;
  params: Record<string, string>;
  session: { userId: string };
}

export function withSession(handler: (given: Given) => Promise<Response>) {
  return async (req: NextRequest, context: { params: Promise<Record<string, string>> }) => {
    const userId = req.cookies.get("session")?.value;
    if (userId === undefined) return Response.json({ error: "Unauthorized" }, { status: 401 });
    return handler({ req, params: await context.params, session: { userId } });
  };
}
