import type { FileChange, FilePurpose, Warning } from "../model.js";

/** What the user should know of the handlers that are new: which of them anybody can call, and what a guard needs. */
export function adviceOn(changes: readonly FileChange[]): Warning[] {
  const open: string[] = [];
  const needs = new Set<string>();
  for (const { action, purpose } of changes) {
    if (action === "unchanged" || purpose.kind !== "route") continue;
    if (purpose.needs !== undefined) needs.add(purpose.needs);
    open.push(...opened(purpose));
  }
  return [
    ...(open.length > 0
      ? [
          {
            code: "PUBLIC_ROUTE" as const,
            message: `Anyone who can reach the app can call ${listed(
              open,
            )}. Guard it before you deploy; --auth writes a guard.`,
          },
        ]
      : []),
    ...[...needs].map((message) => ({ code: "AUTH_SETUP" as const, message })),
  ];
}

/** `POST, PATCH /api/posts`; what goes through a wrapper is told with it. */
function opened({ open, route }: Extract<FilePurpose, { kind: "route" }>): string[] {
  const wrappers = [...new Set(open.map(({ through }) => through))];
  return wrappers.map((wrapper) => {
    const methods = open.flatMap(({ method, through }) => (through === wrapper ? [method] : []));
    const told = `${methods.join(", ")} ${route}`;
    return wrapper === undefined ? told : `${told} (no guard is seen in ${wrapper})`;
  });
}

/** The first few, and how many more. */
function listed(routes: readonly string[]): string {
  const shown = routes.slice(0, 5);
  const more = routes.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${String(more)} more`] : [])].join("; ");
}
