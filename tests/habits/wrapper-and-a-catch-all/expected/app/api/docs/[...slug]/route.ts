import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";

type Context = { params: Promise<{ slug: string[] }> };

export async function GET(_request: NextRequest, { params }: Context) {
  const { slug } = await params;

  return NextResponse.json({ path: slug });
}

const allow = { Allow: "GET, HEAD, OPTIONS" };

export function OPTIONS() {
  return new NextResponse(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return NextResponse.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
