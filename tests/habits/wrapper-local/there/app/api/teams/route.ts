function timed(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    const start = Date.now();
    const response = await handler(request);
    response.headers.set("Server-Timing", `total;dur=${String(Date.now() - start)}`);
    return response;
  };
}

export const GET = timed(async () => {
  return Response.json([]);
});

export const POST = timed(async (request) => {
  return Response.json(await request.json(), { status: 201 });
});
