import { NextResponse } from "next/server";
import type { NextRequest } from "next/server";
import handle from "../../../../../lib/handle";

export const GET = handle(
  async (request: NextRequest, { params }: { params: Promise<{ orderId: string }> }) => {
    const { orderId } = await params;
    return NextResponse.json({ orderId, url: request.url });
  },
);

export const POST = handle(
  async (request: NextRequest, { params }: { params: Promise<{ orderId: string }> }) => {
    const { orderId } = await params;
    return NextResponse.json({ orderId, order: await request.json() });
  },
);
