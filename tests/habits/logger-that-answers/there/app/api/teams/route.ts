import { serverError } from "../../../lib/server-error";

export async function GET() {
  try {
    return Response.json(await Promise.resolve([]));
  } catch (error) {
    return serverError(error);
  }
}
