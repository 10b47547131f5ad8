function isAdmin(request: Request): boolean {
  return request.headers.get("x-admin") === "yes";
}

export async function GET(request: Request) {
  if (!isAdmin(request)) return Response.json({ error: "Unauthorized" }, { status: 401 });
  return Response.json([]);
}
