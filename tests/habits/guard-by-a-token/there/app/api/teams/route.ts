import { userOf } from "../../../lib/tokens";

export async function DELETE(request: Request) {
  const token = request.headers.get("authorization") ?? "";
  const user = await userOf(token);
  if (!user) {
    return Response.json({ error: "Unauthorized" }, { status: 401 });
  }
  if (!user.isAdmin) {
    return Response.json({ error: "Forbidden" }, { status: 403 });
  }
  return Response.json({ success: true });
}
