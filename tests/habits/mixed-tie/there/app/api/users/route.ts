import { NextResponse, type NextRequest } from "next/server";

export async function POST(req: NextRequest) {
  return NextResponse.json(await req.json(), { status: 201 });
}
