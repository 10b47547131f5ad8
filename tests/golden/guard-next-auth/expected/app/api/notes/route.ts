import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth-options";

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session?.user) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }

  return new Response("Hello, world!\n", {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
