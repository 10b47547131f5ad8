import { createTag, fetchTags, parseNewTag, parseTagQuery } from "./data";

export async function GET(request: Request) {
  const query = parseTagQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchTags(query.data));
  } catch (error) {
    console.error("GET /api/tags failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function POST(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const input = parseNewTag(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid tag", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const tag = await createTag(input.data);
    return Response.json(tag, {
      status: 201,
      headers: { Location: `/api/tags/${encodeURIComponent(tag.id)}` },
    });
  } catch (error) {
    console.error("POST /api/tags failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, POST, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}

function methodNotAllowed() {
  return Response.json(
    { error: "Method not allowed" },
    { status: 405, headers: allow },
  );
}

export {
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
