import { NextResponse, type NextRequest } from "next/server";

export const withLog = (name: string, handler: (req: NextRequest) => Promise<NextResponse>) => {
  return async (req: NextRequest): Promise<NextResponse> => {
    console.log(name, req.url);
    return handler(req);
  };
};

export async function currentUser(): Promise<string | undefined> {
  return undefined;
}

export const unauthorized = () => NextResponse.json({ error: "Unauthorized" }, { status: 401 });
