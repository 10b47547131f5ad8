import { fetchPosts } from "./data";

export const dynamic = "force-static";

export async function GET() {
  try {
    return Response.json(await fetchPosts({ page: 1, limit: 100 }));
  } catch (error) {
    console.error("GET /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
