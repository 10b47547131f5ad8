import type { Exchange } from "./http-table.js";

/** The answer of the bearer guard to every request that it turns away. */
export function turnedAway(
  requests: readonly Pick<Exchange, "method" | "place" | "body">[],
  credentials: Readonly<Record<string, string | undefined>>,
): Exchange[] {
  return Object.entries(credentials).flatMap(([says, authorization]) =>
    requests.map((request) => ({
      ...request,
      says,
      ...(authorization === undefined ? {} : { headers: { Authorization: authorization } }),
      status: 401,
      answer: request.method === "HEAD" ? "empty" : { error: "Unauthorized" },
      answerHeaders: { "WWW-Authenticate": "Bearer", Location: null },
    })),
  );
}

/** What is sent instead of `Bearer <token>`, by what is wrong with it. */
export function wrongCredentials(token: string): Record<string, string | undefined> {
  return {
    "no credentials": undefined,
    "an empty header": "",
    "the scheme alone": "Bearer",
    "a wrong token": "Bearer wrong",
    "a part of the token": `Bearer ${token.slice(0, -1)}`,
    "more than the token": `Bearer ${token}x`,
    "the token in another case": `Bearer ${token.toUpperCase()}`,
    "another scheme": `Basic ${token}`,
    "the token without a scheme": token,
    "a token that is not there": "Bearer undefined",
  };
}
