import { requireMember } from "../../../../lib/session";

export async function GET(_request: Request, { params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  await requireMember(tenant);
  return Response.json([]);
}
