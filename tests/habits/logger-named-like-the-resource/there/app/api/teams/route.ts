import { log } from "../../../lib/log";

export async function GET() {
  try {
    return Response.json(await Promise.resolve([]));
  } catch (error) {
    log.error({ error }, `Listing the teams failed`);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
