import type { NextRequest } from "next/server";

export interface Context<P = Record<string, string>> {
  params: Promise<P>;
}

export type AuthedRequest = NextRequest & { user: string };

export function withUser<P>(handler: (request: AuthedRequest, context: Context<P>) => Promise<Response>) {
  return (request: NextRequest, context: Context<P>): Promise<Response> =>
    handler(Object.assign(request, { user: "1" }), context);
}
