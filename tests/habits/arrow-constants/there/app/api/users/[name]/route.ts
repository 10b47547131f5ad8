import type { NextRequest } from "next/server";
import { removeUser } from "../store";

type Context = { params: Promise<{ name: string }> };

export const DELETE = async (req: NextRequest, { params }: Context) => {
  const { name } = await params;
  const dry = req.nextUrl.searchParams.has("dry");
  return Response.json({ deleted: dry ? false : await removeUser(name) });
};
