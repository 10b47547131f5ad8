import { cookies } from "next/headers";

interface Given<P> {
  req: Request;
  user: { name: string };
  params: P;
}

const sessions = new Map<string, { name: string }>();

export function withUser<P = Record<string, never>>(handler: (given: Given<P>) => Promise<Response>) {
  return async (req: Request, { params }: { params: Promise<P> }) => {
    const id = (await cookies()).get("session")?.value;
    const user = id === undefined ? undefined : sessions.get(id);
    if (!user) return Response.json({ error: "Unauthorized" }, { status: 401 });
    return handler({ req, user, params: await params });
  };
}

export function withErrors<A extends unknown[]>(handler: (...args: A) => Promise<Response>) {
  return async (...args: A) => {
    try {
      return await handler(...args);
    } catch (error) {
      console.error(error);
      return Response.json({ error: "Internal server error" }, { status: 500 });
    }
  };
}
