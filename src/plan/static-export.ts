import type { Problem } from "../errors.js";
import type { Project } from "../model.js";
import { urlOf } from "./locate.js";
import { handlersOf, readsParams, readsRequest, type RouteFacts } from "./route-facts.js";

/**
 * The handlers that an app would lose which is exported as static files (`output: "export"`). Only a GET is left there,
 * run once at build; `next build` drops all other methods without a word, and fails on a GET that needs the request or a
 * parameter. Measured on 13.5 to 16.4. Pure.
 */
export function lostHandlers(facts: RouteFacts, features: Project["features"]): Problem[] {
  const { spec, location, adds } = facts;
  const url = urlOf(location.segments);
  if (features.has("cacheComponents")) {
    // The export asks for segment config, and cacheComponents refuses it: either way the build fails.
    return [
      {
        code: "STATIC_EXPORT",
        message: `${url} cannot be built: next.config has output: "export" and cacheComponents, and the two leave no way to write a route handler.`,
        hint: "Take one of them out of next.config.",
      },
    ];
  }
  const lost = adds.filter((method) => method !== "GET");
  if (lost.length > 0) {
    return [
      {
        code: "STATIC_EXPORT",
        message: `${url} would have no ${lost.join(", ")}: next.config has output: "export", and of a route handler that keeps only a GET, which is run once at build.`,
        hint: 'Ask for a GET alone with `-m GET`, or take output: "export" out of next.config.',
      },
    ];
  }
  const get = handlersOf(facts).find(({ method }) => method === "GET")?.parts;
  if (!get) return [];
  // What waits by itself, without the data module, waits for the request's headers or cookies.
  const needsRequest = readsRequest(get) || get.awaits === true || spec.auth !== undefined;
  const why = readsParams(get, facts)
    ? "has parameters"
    : needsRequest
      ? "depends on the request"
      : undefined;
  if (why === undefined) return [];
  return [
    {
      code: "STATIC_EXPORT",
      message: `The GET of ${url} ${why}: next.config has output: "export", which runs a GET once, at build, without a request.`,
      hint: 'Ask for a route without parameters, `--auth` or a template that reads the request; or take output: "export" out of next.config.',
    },
  ];
}
