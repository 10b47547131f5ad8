import * as Sentry from "@sentry/nextjs";

export async function GET() {
  try {
    return Response.json(await Promise.resolve([]));
  } catch (error) {
    console.error("Listing the teams failed", error);
    Sentry.captureException(error);
    return Response.json({ error: "Internal server error" }, { status: 500 });
  }
}
