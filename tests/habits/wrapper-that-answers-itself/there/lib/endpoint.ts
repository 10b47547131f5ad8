export function endpoint<T>(work: (request: Request) => Promise<T>) {
  return async (request: Request) => Response.json(await work(request));
}
