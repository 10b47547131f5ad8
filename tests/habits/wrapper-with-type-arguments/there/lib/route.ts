type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

export function route<P>(handler: Handler<P>): Handler<P> {
  return (request, context) => handler(request, context);
}
