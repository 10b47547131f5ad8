import type { NextRequest } from "next/server";

export async function GET(req: NextRequest) {
  const token = req.cookies.get("token")?.value;
  if (!token) return Response.json({ error: "Not logged in" }, { status: 401 });
  return Response.json([token]);
}
