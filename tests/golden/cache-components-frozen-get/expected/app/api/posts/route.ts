import { connection } from "next/server";
import { fetchPosts } from "./data";

export async function GET() {
  await connection();

  try {
    return Response.json(await fetchPosts());
  } catch (error) {
    console.error("GET /api/posts failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
