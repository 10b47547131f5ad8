import log from "../../../lib/log";

export async function GET() {
  try {
    return Response.json(await Promise.resolve([]));
  } catch (e) {
    log.error("Listing the teams failed", e);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
