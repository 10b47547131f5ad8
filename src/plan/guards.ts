import type { AuthName } from "../spec/auth.js";

/** How a provider guards a handler. */
export interface Guard {
  /** The imports that the guard needs. */
  readonly imports: readonly string[];
  /** The first lines of every handler; they return unless the caller may go on. They see `request`. */
  readonly lines: readonly string[];
  /** Whether the lines look at `request`, and whether they wait for something. */
  readonly readsRequest: boolean;
  readonly awaits: boolean;
  /** The partial with the functions that the lines call. */
  readonly partial: string;
  /** What the imports and the partial bring into the file: no parameter may be called so. */
  readonly names: readonly string[];
  /** What the user still has to do, in one sentence. */
  readonly needs: string;
}

export const guards = {
  bearer: {
    imports: [`import { createHash, timingSafeEqual } from "node:crypto";`],
    lines: ["if (!isAuthorized(request)) return unauthorized();"],
    readsRequest: true,
    awaits: false,
    partial: "partials/guards/bearer",
    names: ["createHash", "timingSafeEqual", "isAuthorized", "unauthorized"],
    needs:
      "Set API_TOKEN in the app's environment (e.g. .env.local): while it is unset, every request answers 401.",
  },
} as const satisfies Record<AuthName, Guard>;
