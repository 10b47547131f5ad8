import { findMembers } from "../../../../../../lib/members";

interface Params {
  params: Promise<{ teamId: string }>;
}

export async function GET(_req: Request, ctx: Params) {
  const { teamId } = await ctx.params;
  try {
    return Response.json({ data: await findMembers(teamId) });
  } catch (error) {
    console.error("Failed to list members", error);
    return Response.json({ success: false, error: { message: "Internal server error" } }, { status: 500 });
  }
}
