import { log } from "../../../../lib/log";
import { fetchLog } from "../data";

type Context = { params: Promise<{ log: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { log: logId } = await params;

  try {
    const item = await fetchLog(logId);
    if (!item) {
      return Response.json({ error: "Log not found" }, { status: 404 });
    }
    return Response.json(item);
  } catch (error) {
    log.error({ error }, "GET /api/logs/[log] failed");
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}

const allow = { Allow: "GET, HEAD, OPTIONS" };

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
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
