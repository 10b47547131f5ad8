import { valueFrom } from "../import-lines.js";
import type { GuardTests, RunnerPowers } from "../tests/guard-tests.js";
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
    cookie: "session",
    partial: "partials/guards/session",
    names: ["jwtVerify", "cookies", "signedInUser", "unauthorized", userId],
    needs:
      "Set SESSION_SECRET in the app's environment, the one that signs the cookie: while it is unset, every request answers 401.",
    header: "Cookie: session=$SESSION",
    test: (powers) => sessionTests(powers),
  };
};

const secret = "a secret of 32 bytes for the tests";

/**
 * The cookie is really signed, and `jose` really reads it; where `jose` does not load, what it says of the cookie is made up.
 */
function sessionTests({ replacesNext, loadsModules }: RunnerPowers): GuardTests | undefined {
  if (!replacesNext) return undefined;
  const cookies = { source: "next/headers", name: "cookies", local: "cookies", member: "", waits: true };
  const holding = (cookie: string) => `{ get: () => ({ value: ${cookie} }) }`;
  const shared = {
    env: { SESSION_SECRET: secret },
    doubles: [{ ...cookies, answers: "caller" }],
    strangers: [{ is: "a stranger", answers: "stranger" }],
  } as const;
  const stranger = "{ get: () => undefined }";
  if (!loadsModules) {
    const verify = { source: "jose", name: "jwtVerify", local: "jwtVerify", member: "", waits: true };
    return {
      ...shared,
      values: { caller: holding('"signed"'), stranger, verified: '{ payload: { userId: "1" } }' },
      doubles: [...shared.doubles, { ...verify, answers: "verified" }],
    };
  }
  return {
    ...shared,
    values: {
      caller: holding(`signed(${JSON.stringify(secret)})`),
      stranger,
      forger: holding('signed("another secret")'),
    },
    strangers: [...shared.strangers, { is: "a session that another secret signed", answers: "forger" }],
    imports: [{ source: "node:crypto", name: "createHmac" }],
    helpers: [signing],
  };
}

/** Signs as the app does that sets the cookie. Source: RFC 7515, 3.1. */
const signing = [
  "/** A session, signed as a JSON Web Token. */",
  "function signed(secret: string) {",
  '  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");',
  '  const text = `${encode({ alg: "HS256" })}.${encode({ userId: "1" })}`;',
  '  const hmac = createHmac("sha256", secret).update(text);',
  '  return `${text}.${hmac.digest("base64url")}`;',
  "}",
  "",
];
