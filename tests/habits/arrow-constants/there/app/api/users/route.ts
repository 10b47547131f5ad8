import type { NextRequest } from "next/server";
import { findUsers, saveUser } from "./store";

export const GET = async () => {
  return Response.json(await findUsers());
};

export const POST = async (req: NextRequest) => {
  const { name } = await req.json();
  return Response.json(await saveUser(name), { status: 201 });
};
