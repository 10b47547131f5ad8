/**
 * How a guard is told by its name and its words: the one place for names. A call counts only where it also decides whether the
 * handler goes on (see access/conditions.ts), but for those of `guardsByItself`.
 */

/** `getServerSession` as `get`, `server`, `session`; `API_KEY` as `api`, `key`. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

/** Who calls, or what they may do. */
const callerWords =
  /^(auth\w*|unauth\w*|session|sessions|jwt|bearer|admin|superuser|login|loggedin|signedin|permissions?|roles?|acl|rbac|privileges?|access|owner|ownership|members?|membership|signature|hmac|credentials?|apikey|jwks)$/;

/** What a name may end in behind one of those: `requireUserOrThrow`, `withAuthRequired`, `requireUserId`. */
const tailWords =
  /^(or|throw|redirect|fail|error|required|only|for|from|in|api|request|req|id|token|server|401|403)$/;

/** Words that leave it open: `withOptionalAuth`, `tryAuth`. */
const optionalWords = /^(optional|optionally|maybe|try|guest|anonymous|skip|no|without|un|if)$/;

/** What does something with a session or a user instead of asking for one, as the first word: `createSession`, `signIn`. */
const deedWords =
  /^(create|make|set|save|store|insert|add|update|delete|remove|destroy|clear|revoke|refresh|generate|issue|send|list|count|log|track|sign|login|logout|register|find|new|init|mock)$/;

const meansElse = (words: readonly string[]) =>
  words.some((word) => optionalWords.test(word)) || deedWords.test(words[0] ?? "");

/** `user` alone is often data: it has to be the caller's. */
const callersUser =
  /^(get|fetch|load|require|current|with|ensure|assert|use)?(the)?(current|authed|authenticated|authorized|logged|loggedin|session|my|server|api|app|clerk|db)?user(id|session)?(from\w*|or\w+|for\w*request|server)?$/i;

const isCallerWord = (word: string, index: number, all: readonly string[]) =>
  (callerWords.test(word) && !/^author(s|ed|ing)?$/.test(word)) ||
  (word === "key" && all[index - 1] === "api") ||
  (word === "token" &&
    /^(verify|validate|check|decode|decrypt|get|parse|id|access|bearer|api|auth|read|is|valid)$/.test(
      all[index - 1] ?? "",
    )) ||
  (word === "in" && /^(logged|signed)$/.test(all[index - 1] ?? ""));

/** Whether a name ends in who calls, e.g. `requireAdmin`, `ensureSignedIn`, `requireUserOrThrow`. */
function endsInCaller(words: readonly string[]): boolean {
  const end = words.findLastIndex((word) => !tailWords.test(word));
  return words.some(
    (word, index) => (isCallerWord(word, index, words) || word === "user") && index >= Math.max(1, end),
  );
}

/** Whether a wrapper by its name is what lets nobody in who may not. */
export function isAuthWrapper(name: string): boolean {
  const words = wordsOf(lastOf(name));
  if (meansElse(words)) return false;
  if (/^(protected|authenticated|authorized|authed|secured)$/.test(words[0] ?? "")) return true;
  // Upstash QStash.
  if (lastOf(name).startsWith("verifySignature")) return true;
  return /^(with|require|requires|ensure|protect|guard|enforce)$/.test(words[0] ?? "") && endsInCaller(words);
}

/** What throws or redirects by itself unless the caller may go on. Strict: the result of these need not be looked at. */
export function guardsByItself(callee: string): boolean {
  const last = lastOf(callee);
  // Others have an `authorize` too: the first step of OAuth, a client of a payment provider.
  if (selfGuards.has(callee) || (selfGuards.has(last) && !/^auth(enticate|orize)$/.test(last))) return true;
  const words = wordsOf(last);
  if (meansElse(words)) return false;
  return /^(require|ensure|assert|enforce|protect|guard|must)$/.test(words[0] ?? "") && endsInCaller(words);
}

const selfGuards: ReadonlySet<string> = new Set([
  "auth.protect",
  "authenticate",
  "authenticateRequest",
  "authorize",
  "verifySession",
  // Tokens and signatures: these throw.
  "jwtVerify",
  "jwt.verify",
  "verifyIdToken",
  "verifySessionCookie",
  "constructEvent",
  "constructEventAsync",
  "verifySignature",
  "verifyWebhook",
  "verifyWebhookSignature",
  "webhooks.unwrap",
]);

/** The classes whose `verify` throws at a wrong signature. */
export const verifierClasses = /^(Webhook|WebhookVerifier)$/;

/** Whether a call asks who the caller is, or what the caller may do: its answer has to be looked at. */
export function asksForCaller(callee: string): boolean {
  const segments = callee.split(".");
  const last = segments.at(-1) ?? "";
  if (queries.test(last)) return false;
  if (guardsByItself(callee) || callersUser.test(last)) return true;
  if (meansElse(wordsOf(last))) return false;
  if (/^can[A-Z]/.test(last)) return true;
  if (/^(verify|validate|check|is)(Valid)?(Request|Webhook|Caller|Hmac|Signature|Secret)/.test(last))
    return true;
  if (last === "can" || segments.slice(0, -1).some((segment) => authObjects.test(segment))) return true;
  return wordsOf(last).some(isCallerWord);
}

/** What answers only questions about the caller: `supabase.auth.getUser`, `lucia.validate`. */
const authObjects = /^(auth|authClient|clerk|lucia|kinde|jwt|jose|rbac|acl|permissions|policy|ability)$/;

/**
 * Whether a call looks for a user or a session by something else than the request, like `getUser(params.id)` or
 * `getChatSession(id)`: that is data.
 *
 * @param given the text of its arguments.
 */
export function isLookup(callee: string, given: string): boolean {
  const segments = callee.split(".");
  const last = segments.at(-1) ?? "";
  if (!/^(get|fetch|load|find|retrieve|read)/.test(last) || given === "") return false;
  if (/(server|iron|current|auth|logged|decoded)/i.test(callee)) return false;
  return !ofRequest.test(given);
}

/** What comes from the request, or says how it is read. */
const ofRequest =
  /\b(req|request|headers|cookies|ctx|context|event|opts|options|config)\b|token|jwt|bearer|authOptions|authConfig|authorization|apiKey|cookie/i;

/** Whether a call gives the caller or nothing: any way out that follows from it is a refusal. */
export function givesCaller(callee: string): boolean {
  const last = lastOf(callee);
  return callersUser.test(last) || /^(auth|session)$|session$|auth$/i.test(last);
}

/** Reading of data, and of what a request has in it: what is asked for decides, and not who asks. */
const queries =
  /^(find\w*|query\w*|select|where|json|formData|text|parse|safeParse|get|has|set|all|map|filter|some|every|includes|count|create|update|upsert|insert|delete|limit|from|to\w+)$/;

/** What is done to the text of a header and makes sure of nothing. */
export const textCalls =
  /^(get|has|split|replace|replaceAll|trim|slice|substring|substr|startsWith|endsWith|includes|match|test|at|pop|toString|toLowerCase|String|Boolean|headers|cookies|decodeURIComponent|atob|Buffer\.from|from|URL|json|text|formData|parse|safeParse|log|error|warn|info)$/;

/** Comparisons that tell nothing by their time, of two secrets. */
export const secretComparison =
  /^(timingSafeEqual|safeCompare|safeEqual|secureCompare|constantTimeEqual|tsscmp)$/;

/** A variable or an environment variable that has a secret in it. */
export function isSecretName(name: string): boolean {
  return /^[A-Z0-9_]+$/.test(name)
    ? /(SECRET|TOKEN|KEY|PASSWORD|PASS|AUTH|BEARER)/.test(name)
    : /(secret|token|apiKey|password)$/i.test(name);
}

/** The headers, cookies and parameters that say who calls. */
export const credentialName =
  /auth|session|token|api-?key|secret|signature|hmac|bearer|password|^x-.*-key$|^key$|jwt|sid$/i;

/** A value that is there, or true, where something went wrong: `error`, `unauthorized`, `denied`. */
export const failureName =
  /(^|[a-z_])?(error|err|denied|unauthori[sz]ed|unauthenticated|forbidden|fail(ed|ure)?|invalid|rejected|response|res|redirect\w*|missing|expired|blocked)$/i;

/** What an answer says to a caller who is not known or not allowed. */
export const refusalWords =
  /\b(401|403)\b|unauthori[sz]ed|unauthenticated|not.?authenticated|not.?authori[sz]ed|forbidden|access.?denied|(not|must be|have to be|be) (logged|signed) ?in|(authentication|login|sign-?in) required|invalid (api.?key|token|credentials|signature|secret)|AuthError/i;

/** Any answer that is the client's fault. */
export const clientFault = /\b4\d\d\b|bad.?request|not.?found|\berror\b|Error\b/i;

/** A redirect to where one signs in. */
export const toSignIn = /redirect\([^;]*(log-?in|sign-?in|\/auth\b)/i;

function lastOf(callee: string): string {
  return callee.slice(callee.lastIndexOf(".") + 1);
}
