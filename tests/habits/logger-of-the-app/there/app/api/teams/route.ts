import { logger } from "../../../lib/logger";

export async function GET() {
  try {
    return Response.json(await Promise.resolve([]));
  } catch (err) {
    logger.error({ err }, "Listing the teams failed");
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
