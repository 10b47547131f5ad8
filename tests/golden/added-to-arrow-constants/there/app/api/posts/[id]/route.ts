import { type NextRequest, NextResponse } from "next/server";
import { fetchPost } from "../data";

type RouteProps = { params: Promise<{ id: string }> };

export const GET = async (_req: NextRequest, { params }: RouteProps) => {
  const post = await fetchPost((await params).id);

  return post
    ? NextResponse.json(post)
    : NextResponse.json({ error: "Post not found" }, { status: 404 });
};
