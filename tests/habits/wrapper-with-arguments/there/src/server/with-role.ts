interface Options {
  role: "admin" | "member";
}

export const withRole =
  ({ role }: Options, handler: (request: Request) => Promise<Response>) =>
  (request: Request): Promise<Response> =>
    request.headers.get("x-role") === role
      ? handler(request)
      : Promise.resolve(Response.json({ error: "Forbidden" }, { status: 403 }));
