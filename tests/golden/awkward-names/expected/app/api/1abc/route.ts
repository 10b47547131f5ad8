import {
  createItem1abc,
  fetchItem1abcs,
  parseItem1abcQuery,
  parseNewItem1abc,
} from "./data";

export async function GET(request: Request) {
  const query = parseItem1abcQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchItem1abcs(query.data));
  } catch (error) {
    console.error("GET /api/1abc failed:", error);
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

  const input = parseNewItem1abc(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid item 1abc", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const item1abc = await createItem1abc(input.data);
    return Response.json(item1abc, {
      status: 201,
      headers: { Location: `/api/1abc/${item1abc.id}` },
    });
  } catch (error) {
    console.error("POST /api/1abc failed:", error);
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
