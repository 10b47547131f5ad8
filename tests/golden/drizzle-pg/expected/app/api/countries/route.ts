import {
  createCountry,
  fetchCountries,
  isDuplicate,
  parseCountryQuery,
  parseNewCountry,
} from "./data";

export async function GET(request: Request) {
  const query = parseCountryQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchCountries(query.data));
  } catch (error) {
    console.error("GET /api/countries failed:", error);
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

  const input = parseNewCountry(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid country", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const country = await createCountry(input.data);
    return Response.json(country, {
      status: 201,
      headers: {
        Location: `/api/countries/${encodeURIComponent(country.code)}`,
      },
    });
  } catch (error) {
    if (isDuplicate(error)) {
      return Response.json(
        { error: "Country already exists" },
        { status: 409 },
      );
    }
    console.error("POST /api/countries failed:", error);
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
