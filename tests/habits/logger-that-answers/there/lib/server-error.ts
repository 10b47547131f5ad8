export function serverError(error: unknown): Response {
  console.error(error);
  return Response.json({ error: "Internal server error" }, { status: 500 });
}
