import type { GuardTests, Stranger } from "./guard-tests.js";
import { errorSights, plainCall, requestClass, requestInit, usesBody, type Scene } from "./scene.js";
import type { Given, Sight, TestCase } from "./test-case.js";

/**
 * The cases in which a guarded handler turns somebody away.
 *
 * @param isFirst whether it is the first of its file: it meets all strangers, as the guard is one for all.
 */
export function guardCases(scene: Scene, guard: GuardTests, isFirst: boolean): TestCase[] {
  const { refusal = 401, challenge } = guard;
  const sees: Sight[] =
    guard.refusal === undefined
      ? errorSights(scene, "Unauthorized", refusal)
      : [{ kind: "status", is: refusal }];
  if (challenge !== undefined)
    sees.splice(1, 0, { kind: "header", name: "WWW-Authenticate", is: JSON.stringify(challenge) });
  return guard.strangers
    .filter((stranger, index) => isFirst || index === 0 || stranger.isKnown)
    .map((stranger) => ({
      name: `answers ${stranger.isKnown ? "403" : String(refusal)} to ${stranger.is}`,
      given: givenOf(stranger, guard),
      call: callOf(scene, stranger, guard),
      sees: stranger.isKnown ? errorSights(scene, "Forbidden", 403) : sees,
    }));
}

function givenOf({ answers }: Stranger, { doubles = [] }: GuardTests): Given[] {
  const [double] = doubles;
  return double && answers !== undefined ? [{ kind: "double", double, value: answers }] : [];
}

function callOf(scene: Scene, { headers }: Stranger, guard: GuardTests): string {
  const { handler } = scene;
  const { parts, method } = handler;
  const hasBody = usesBody(parts);
  const type = requestClass(handler);
  if (guard.headers === undefined && !hasBody) return plainCall(scene);
  const members = [
    ...(hasBody ? [`method: "${method}"`] : []),
    ...(headers === undefined ? [] : [`headers: ${headers}`]),
  ];
  if (guard.headers !== undefined)
    return plainCall(scene, `new ${type}(url${members.length === 0 ? "" : `, { ${members.join(", ")} }`})`);
  return plainCall(scene, `new ${type}(url, ${requestInit(method, false)})`);
}
