import type { RouteFile } from "../project/route-file.js";
import type { AuthName } from "../spec/auth.js";
import { isMethod, type Method } from "../spec/methods.js";

/** How a provider guards a handler. */
export interface Guard {
  /** The imports that the guard needs. */
  readonly imports: readonly string[];
  /** The first lines of every handler; they return unless the caller may go on. `request` is the variable with the request. */
  readonly lines: (request: string) => readonly string[];
  /** The function whose call shows that a handler is guarded. */
  readonly check: string;
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
    lines: (request) => [`if (!isAuthorized(${request})) return unauthorized();`],
    check: "isAuthorized",
    readsRequest: true,
    awaits: false,
    partial: "partials/guards/bearer",
    names: ["createHash", "timingSafeEqual", "isAuthorized", "unauthorized"],
    needs:
      "Set API_TOKEN in the app's environment (e.g. .env.local): while it is unset, every request answers 401.",
  },
} as const satisfies Record<AuthName, Guard>;

/** The methods of a route file that is there whose handlers call the guard. */
export function guardedMethods({ text, exports }: RouteFile, auth: AuthName): Method[] {
  const call = `${guards[auth].check}(`;
  return exports.all.flatMap(({ name, value }) =>
    isMethod(name) && value && text.slice(value.start, value.end).includes(call) ? [name] : [],
  );
}
