import { forMembers, withErrors } from "../../../lib/api";

export const GET = withErrors(forMembers(async () => Response.json([])));
