import { protect } from "@/lib/protect";

export async function GET() {
  return Response.json([]);
}

export const POST = protect(async (request) => {
  return Response.json(await request.json(), { status: 201 });
});
