import { updatePost } from "./store";

const allow = ["reader", "editor"];

export async function GET(request: Request) {
  const role = request.headers.get("x-role") ?? "";
  if (!allow.includes(role)) return new Response(null, { status: 403 });

  await updatePost();
  return Response.json({ id: readId(request) });
}

function readId(request: Request) {
  return new URL(request.url).searchParams.get("id");
}
