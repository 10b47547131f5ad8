export async function GET(_request: Request, ctx: RouteContext<"/api/teams/[team]">) {
  const { team } = await ctx.params;
  return Response.json({ team });
}
