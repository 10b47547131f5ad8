type Known = { user: { id: string }; error?: undefined } | { user?: undefined; error: Response };

export async function requireUser(request: Request): Promise<Known> {
  const id = request.headers.get("x-user");
  if (id === null) return { error: Response.json({ error: "Unauthorized" }, { status: 401 }) };
  return { user: { id } };
}
