import { valueFrom } from "../import-lines.js";
import type { WriteGuard } from "./guard.js";

/** A token that the app and its callers share. Source: RFC 6750, 2.1. */
export const bearer: WriteGuard = () => ({
  imports: [valueFrom("node:crypto", "createHash"), valueFrom("node:crypto", "timingSafeEqual")],
  lines: (request) => [`if (!isAuthorized(${request})) return unauthorized();`],
  check: "isAuthorized",
  readsRequest: true,
  readsCookies: false,
  awaits: false,
  partial: "partials/guards/bearer",
  names: ["createHash", "timingSafeEqual", "isAuthorized", "unauthorized"],
  needs:
    "Set API_TOKEN in the app's environment (e.g. .env.local): while it is unset, every request answers 401.",
  header: "Authorization: Bearer $API_TOKEN",
  test: () => ({
    env: { API_TOKEN: "secret" },
    headers: '{ Authorization: "Bearer secret" }',
    strangers: [
      { is: "a caller without a token" },
      { is: "another token", headers: '{ Authorization: "Bearer other" }' },
    ],
    challenge: "Bearer",
  }),
});
