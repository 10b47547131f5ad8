// A sample store, so that the routes answer at once. Replace the bodies with your database;
// the signatures are all that the routes need. It forgets everything when the server restarts.

export type NewNewsItem = { title: string };
export type NewsItem = NewNewsItem & { id: string };

export type NewsItemQuery = { page: number; limit: number };

export type NewsItemPage = {
  items: NewsItem[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// On globalThis because each route is bundled with its own copy of this module.
const key = Symbol.for("/api/news");
const store = globalThis as typeof globalThis & {
  [key]?: Map<string, NewsItem>;
};
store[key] ??= new Map<string, NewsItem>();
const news = store[key];

export async function fetchNews(query: NewsItemQuery): Promise<NewsItemPage> {
  const all = Array.from(news.values());
  const start = (query.page - 1) * query.limit;
  return {
    items: all.slice(start, start + query.limit),
    ...query,
    total: all.length,
  };
}

export async function fetchNewsItem(id: string): Promise<NewsItem | undefined> {
  return news.get(id);
}

export async function createNewsItem(input: NewNewsItem): Promise<NewsItem> {
  const newsItem = { ...input, id: crypto.randomUUID() };
  news.set(newsItem.id, newsItem);
  return newsItem;
}

export async function updateNewsItem(
  id: string,
  changes: Partial<NewNewsItem>,
): Promise<NewsItem | undefined> {
  const newsItem = news.get(id);
  if (!newsItem) return undefined;
  const updated = { ...newsItem, ...changes, id };
  news.set(id, updated);
  return updated;
}

export async function deleteNewsItem(id: string): Promise<boolean> {
  return news.delete(id);
}

export function parseNewNewsItem(body: unknown): Parsed<NewNewsItem> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return { success: false, issues: ["Expected a JSON object"] };
  }
  const { title } = body as Record<string, unknown>;
  if (typeof title !== "string" || title === "") {
    return { success: false, issues: ["title: expected a non-empty string"] };
  }
  return { success: true, data: { title } };
}

export function parseNewsItemChanges(
  body: unknown,
): Parsed<Partial<NewNewsItem>> {
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
export function parseNewsItemQuery(
  params: URLSearchParams,
): Parsed<NewsItemQuery> {
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
