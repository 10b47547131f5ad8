import type { NextRequest } from "next/server";

type Context = { params: Promise<{ id: string }> };
type Handler = (request: NextRequest, context: Context) => Response | Promise<Response>;

export function withRole(handler: Handler, options: { roles: string[]; action: string }): Handler {
  return (request, context) => {
    const role = request.headers.get("x-role") ?? "";
    if (options.roles.includes(role)) return handler(request, context);
    return Response.json({ error: `Not allowed: ${options.action}` }, { status: 403 });
  };
}
