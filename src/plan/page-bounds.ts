/** The bounds of a page of a list. */
export const pageBounds = { maxPage: 10_000, maxLimit: 100, usualLimit: 20 };

/** The query of as much as one page can hold, for a handler that has no request to read it from. */
export const fullPage = `{ page: 1, limit: ${String(pageBounds.maxLimit)} }`;

/** The one that says nothing. */
export const usualPage = `{ page: 1, limit: ${String(pageBounds.usualLimit)} }`;
