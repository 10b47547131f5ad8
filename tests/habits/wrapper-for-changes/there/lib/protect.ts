export function protect(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) =>
    request.headers.has("authorization")
      ? handler(request)
      : Response.json({ error: "Unauthorized" }, { status: 401 });
}
