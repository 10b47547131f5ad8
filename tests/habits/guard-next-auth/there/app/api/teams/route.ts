import { getServerSession } from "next-auth";
import { NextResponse } from "next/server";
import { authOptions } from "../../../lib/auth-options";

export async function GET() {
  try {
    const session = await getServerSession(authOptions);
    if (!session) {
      return NextResponse.json({ error: "Unauthorized" }, { status: 401 });
    }

    return NextResponse.json([session.user.id]);
  } catch (error) {
    console.error("Listing the teams failed", error);
    return NextResponse.json({ error: "Internal server error" }, { status: 500 });
  }
}
