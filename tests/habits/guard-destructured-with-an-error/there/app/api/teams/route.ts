import { requireUser } from "../../../lib/require-user";

export async function GET(request: Request) {
  const { user, error } = await requireUser(request);
  if (error) return error;

  try {
    return Response.json([user.id]);
  } catch (err) {
    console.error("Listing the teams failed:", err);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
