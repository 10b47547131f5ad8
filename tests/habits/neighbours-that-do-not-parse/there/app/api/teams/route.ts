import type { NextRequest } from "next/server";

export async function POST(request: NextRequest) {
  return Response.json(await request.json(), { status: 201 });
}
