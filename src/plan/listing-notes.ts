import type { Project, Warning } from "../model.js";

/** What a listing has to say of the app beside its handlers. Pure. */
export function beside({ tree, warnings }: Project, middleware: string | undefined): Warning[] {
  const { pagesDir, pagesRouter } = tree;
  const apis = pagesRouter.filter((file) => /^api[./]/.test(file.slice((pagesDir ?? "").length + 1)));
  // Where new handlers would go is nothing to a listing.
  const own = warnings.filter(({ code }) => ["TWO_APP_FOLDERS", "CONFIG_ASSUMED"].includes(code));
  return [
    ...own,
    ...(middleware === undefined
      ? []
      : [
          {
            code: "MIDDLEWARE_UNREAD" as const,
            message: `${middleware} runs before the handlers and may guard more of them; it is not looked into.`,
          },
        ]),
    ...(apis.length === 0
      ? []
      : [
          {
            code: "PAGES_API_UNLISTED" as const,
            message: `${apis.length === 1 ? "1 file" : `${String(apis.length)} files`} of ${pagesDir ?? "pages"}/api ${
              apis.length === 1 ? "is an API route" : "are API routes"
            } of the Pages Router and not listed.`,
          },
        ]),
  ];
}
