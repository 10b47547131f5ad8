import {
  createUserProfile,
  deleteUserProfile,
  fetchUserProfiles,
  parseNewUserProfile,
  parseUserProfileChanges,
  parseUserProfileQuery,
  updateUserProfile,
} from "./data";

export async function GET(request: Request) {
  const query = parseUserProfileQuery(new URL(request.url).searchParams);
  if (!query.success) {
    return Response.json(
      { error: "Invalid query", issues: query.issues },
      { status: 400 },
    );
  }

  try {
    return Response.json(await fetchUserProfiles(query.data));
  } catch (error) {
    console.error("GET /api/user-profiles failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export function HEAD(request: Request) {
  const query = parseUserProfileQuery(new URL(request.url).searchParams);
  return new Response(null, {
    status: query.success ? 200 : 400,
    headers: { "Content-Type": "application/json" },
  });
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

  const input = parseNewUserProfile(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid user profile", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const userProfile = await createUserProfile(input.data);
    return Response.json(userProfile, {
      status: 201,
      headers: { Location: `/api/user-profiles/${userProfile.id}` },
    });
  } catch (error) {
    console.error("POST /api/user-profiles failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PUT(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const id = readId(body);
  if (!id) {
    return Response.json(
      {
        error: "Invalid user profile",
        issues: ["id: expected a non-empty string"],
      },
      { status: 400 },
    );
  }

  const input = parseNewUserProfile(body);
  if (!input.success) {
    return Response.json(
      { error: "Invalid user profile", issues: input.issues },
      { status: 400 },
    );
  }

  try {
    const userProfile = await updateUserProfile(id, input.data);
    if (!userProfile) {
      return Response.json(
        { error: "User profile not found" },
        { status: 404 },
      );
    }
    return Response.json(userProfile);
  } catch (error) {
    console.error("PUT /api/user-profiles failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function PATCH(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const id = readId(body);
  if (!id) {
    return Response.json(
      {
        error: "Invalid user profile",
        issues: ["id: expected a non-empty string"],
      },
      { status: 400 },
    );
  }

  const changes = parseUserProfileChanges(body);
  if (!changes.success) {
    return Response.json(
      { error: "Invalid user profile", issues: changes.issues },
      { status: 400 },
    );
  }

  try {
    const userProfile = await updateUserProfile(id, changes.data);
    if (!userProfile) {
      return Response.json(
        { error: "User profile not found" },
        { status: 404 },
      );
    }
    return Response.json(userProfile);
  } catch (error) {
    console.error("PATCH /api/user-profiles failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

export async function DELETE(request: Request) {
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return Response.json(
      { error: "Request body must be valid JSON" },
      { status: 400 },
    );
  }

  const id = readId(body);
  if (!id) {
    return Response.json(
      {
        error: "Invalid user profile",
        issues: ["id: expected a non-empty string"],
      },
      { status: 400 },
    );
  }

  try {
    const deleted = await deleteUserProfile(id);
    if (!deleted) {
      return Response.json(
        { error: "User profile not found" },
        { status: 404 },
      );
    }
    return Response.json({ deleted: id });
  } catch (error) {
    console.error("DELETE /api/user-profiles failed:", error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

/** The id in a request's body, for the methods that name one there and not in the path. */
function readId(body: unknown) {
  if (typeof body !== "object" || body === null) return undefined;
  const { id } = body as Record<string, unknown>;
  return typeof id === "string" && id !== "" ? id : undefined;
}

const allow = { Allow: "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS" };

export function OPTIONS() {
  return new Response(null, { status: 204, headers: allow });
}
