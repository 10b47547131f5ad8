import type { NextRequest } from "next/server";
import { isAuthed, unauthorized } from "../../../lib/auth";

export async function POST(req: NextRequest) {
  if (!(await isAuthed(req))) return unauthorized();
  return Response.json(await req.json(), { status: 201 });
}
