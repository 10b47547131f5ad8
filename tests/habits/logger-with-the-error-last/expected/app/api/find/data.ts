// Sample rows, so that the route answers at once. Replace the body of searchFinds
// with a query to your database; the route needs no more than its signature.

export type Find = { id: string; title: string };
export type FindQuery = { q: string; page: number; limit: number };

export type FindPage = {
  items: Find[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

const finds: Find[] = [
  { id: "1", title: "First find" },
  { id: "2", title: "Second find" },
];

export async function searchFinds(query: FindQuery): Promise<FindPage> {
  const { page, limit } = query;
  const text = query.q.toLowerCase();
  const isMatch = ({ title }: Find) => title.toLowerCase().includes(text);
  const found = finds.filter(isMatch);
  const start = (page - 1) * limit;
  return {
    items: found.slice(start, start + limit),
    page,
    limit,
    total: found.length,
  };
}

const maxPage = 10000;
const maxLimit = 100;

/** Reads `q`, `page` and `limit` from a URL. */
export function parseFindQuery(params: URLSearchParams): Parsed<FindQuery> {
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
  return { success: true, data: { q: params.get("q") ?? "", page, limit } };
}

function wholeNumber(text: string, max: number): number | undefined {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= max ? number : undefined;
}
