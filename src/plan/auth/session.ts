import { valueFrom } from "../import-lines.js";
import type { WriteGuard } from "./guard.js";

/**
 * The stateless session that Next.js describes: a cookie named `session`, which the app signs with SESSION_SECRET. Source:
 * Next.js, "Authentication", Stateless Sessions.
 */
export const session: WriteGuard = ({ named }) => {
  const userId = named("userId");
  return {
    imports: [valueFrom("jose", "jwtVerify"), valueFrom("next/headers", "cookies")],
    lines: () => [
      `const ${userId} = await signedInUser();`,
      `if (${userId} === undefined) return unauthorized();`,
    ],
    check: "signedInUser",
    readsRequest: false,
    awaits: true,
    readsCookies: true,
    partial: "partials/guards/session",
    names: ["jwtVerify", "cookies", "signedInUser", "unauthorized", userId],
    needs:
      "Set SESSION_SECRET in the app's environment, the one that signs the cookie: while it is unset, every request answers 401.",
    header: "Cookie: session=$SESSION",
  };
};
