// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewTeam = { title: string };
export type Team = NewTeam & { id: string };

export type TeamQuery = { page: number; limit: number };

export type TeamPage = {
  items: Team[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/teams");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, Team>;
};
store[key] ??= new Map<string, Team>();
const teams = store[key];

export async function fetchTeams(query: TeamQuery): Promise<TeamPage> {
  const all = Array.from(teams.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchTeam(id: string): Promise<Team | undefined> {
  return teams.get(id);
}

export async function createTeam(input: NewTeam): Promise<Team> {
  const team = { ...input, id: crypto.randomUUID() };
  teams.set(team.id, team);
  return team;
}

export async function updateTeam(
  id: string,
  changes: Partial<NewTeam>,
): Promise<Team | undefined> {
  const team = teams.get(id);
  if (!team) return undefined;
  const updated = { ...team, ...changes, id };
  teams.set(id, updated);
  return updated;
}

export async function deleteTeam(id: string): Promise<boolean> {
  return teams.delete(id);
}

export function parseNewTeam(body: unknown): Parsed<NewTeam> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseTeamChanges(body: unknown): Parsed<Partial<NewTeam>> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (title === undefined) return { success: true, data: {} };
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

const maxPage = 10000;
const maxLimit = 100;

/** Reads `page` and `limit` from a URL. */
export function parseTeamQuery(params: URLSearchParams): Parsed<TeamQuery> {
  const page = wholeNumber(params.get("page") ?? "1", maxPage);
  const limit = wholeNumber(params.get("limit") ?? "20", maxLimit);

  const issues: string[] = [];
  if (page === undefined) {
    issues.push(`page: expected a whole number from 1 to ${maxPage}`);
  }
  if (limit === undefined) {
    issues.push(`limit: expected a whole number from 1 to ${maxLimit}`);
  }
  if (page === undefined || limit === undefined) {
    return { success: false, issues };
  }
  return { success: true, data: { page, limit } };
}

function wholeNumber(text: string, max: number): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : undefined;
}
