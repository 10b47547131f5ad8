import type { NextRequest } from "next/server";

export async function isAuthed(req: NextRequest): Promise<boolean> {
  return req.cookies.has("session");
}

export function unauthorized(): Response {
  return Response.json({ error: "Unauthorized" }, { status: 401 });
}
