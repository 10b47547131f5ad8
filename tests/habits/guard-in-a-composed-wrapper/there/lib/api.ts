import { getCurrentUser } from "./session";

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

export function withErrors<P>(handler: Handler<P>): Handler<P> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (error) {
      console.error(error);
      return Response.json({ error: "Internal server error" }, { status: 500 });
    }
  };
}

export function forMembers<P>(handler: Handler<P>): Handler<P> {
  return async (request, context) => {
    const user = await getCurrentUser();
    if (!user) return Response.json({ error: "Unauthorized" }, { status: 401 });
    return handler(request, context);
  };
}
