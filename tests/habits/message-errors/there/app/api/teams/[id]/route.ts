import { NextResponse } from "next/server";

const teams = new Map<string, string>();

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const team = teams.get(id);
  if (!team) {
    return NextResponse.json({ message: "Team not found" }, { status: 404 });
  }
  return NextResponse.json(team);
}

export async function DELETE(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!teams.delete(id)) {
    return NextResponse.json({ message: "Team not found" }, { status: 404 });
  }
  return new NextResponse(null, { status: 204 });
}
