import { forMembers, withErrors } from "../../../../lib/api";

export const PATCH = withErrors(
  forMembers<{ id: string }>(async (request, { params }) => {
    const { id } = await params;
    return Response.json({ id, size: (await request.text()).length });
  }),
);
