import type { ListReport } from "../model.js";
import { openRoutes, type ListedHandler } from "../plan/listing.js";
import { jsonText } from "./json.js";

/** The JSON document of a `list`. With --public it is not `ok` if a handler that changes something is open. */
export function listJson({ project, routes, isPublicOnly, warnings, problems }: ListReport): string {
  const { root, appDir, config } = project;
  const [first] = problems;
  return jsonText({
    ok: first === undefined,
    project: { root, appDir, basePath: config.basePath },
    routes: (isPublicOnly ? openRoutes(routes) : routes).map(
      ({ path, url, handlers, refused, unread, isAllowed }) => ({
        path,
        route: url,
        handlers: handlers.map(handlerJson),
        refused,
        ...(unread === undefined ? {} : { unread, ...(isAllowed ? { allowed: true } : {}) }),
      }),
    ),
    warnings,
    error: first === undefined ? null : { ...first, problems },
  });
}

function handlerJson({ method, access, isAllowed }: ListedHandler): object {
  const allowed = isAllowed ? { allowed: true } : {};
  if (access.kind === "guarded") return { method, access: "guarded", guard: access.by };
  if (access.kind === "unseen") return { method, access: "unseen", ...allowed };
  return { method, access: "unknown", reason: access.why, ...allowed };
}
