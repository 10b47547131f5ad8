import type { Problem } from "../errors.js";
import type { openChanges } from "./listing.js";

/** How many are named; the list has all of them. */
const most = 5;

/** Handlers that change something are open: which, and what to do. Pure. */
export function publicMutation(changes: ReturnType<typeof openChanges>): Problem {
  const named = changes.slice(0, most).map(({ route, methods, why }) => {
    const what = methods.length === 0 ? route.url : `${methods.join(", ")} ${route.url}`;
    return why === undefined ? what : `${what} (${why})`;
  });
  const more = changes.length > most ? ` and ${String(changes.length - most)} more` : "";
  const [first] = changes;
  const example = first === undefined ? "/api/webhook" : exampleOf(first);
  return {
    code: "PUBLIC_MUTATION",
    message: `Anyone who can reach the app can call these, for all that is seen: ${named.join("; ")}${more}.`,
    hint: `Guard them, or say that one is meant to be public: \`--allow "${example}"\`, or "allow" in the project's settings.`,
  };
}

/** As narrow as it can be. */
function exampleOf({ route, methods }: ReturnType<typeof openChanges>[number]): string {
  const [method, ...others] = methods;
  return method === undefined || others.length > 0 || route.unread !== undefined
    ? route.url
    : `${method} ${route.url}`;
}
