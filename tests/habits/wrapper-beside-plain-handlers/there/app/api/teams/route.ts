import { NextResponse, type NextRequest } from "next/server";
import { currentUser, unauthorized, withLog } from "@/lib/http";

export const GET = withLog("/api/teams", async (req: NextRequest) => {
  const user = await currentUser();
  if (!user) return unauthorized();
  return NextResponse.json({ user, url: req.url });
});

export const POST = withLog("/api/teams", async (req: NextRequest) => {
  const user = await currentUser();
  if (!user) return unauthorized();
  return NextResponse.json({ user, input: await req.json() });
});
