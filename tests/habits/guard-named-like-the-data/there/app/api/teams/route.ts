import { fetchSession, type Session } from "@/lib/sessions";

export async function GET() {
  const session: Session | null = await fetchSession();
  if (session === null) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }
  return Response.json([session.user.id]);
}
