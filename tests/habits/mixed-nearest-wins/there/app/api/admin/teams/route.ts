import { NextResponse, type NextRequest } from "next/server";

export async function POST(req: NextRequest) {
  const { name } = await req.json();
  if (!name) return NextResponse.json({ message: "Name is required" }, { status: 400 });
  return NextResponse.json({ name }, { status: 201 });
}
