import type { TestCaseView, TestGroupView } from "../../view/view-keys.js";
import type { HandlerViewed } from "../handler-view.js";
import { urlOf } from "../locate.js";
import { casesOf } from "./cases/cases.js";
import { guardCases } from "./guard-cases.js";
import { isWork, plainCall, requestClass, requestInit, type Scene } from "./scene.js";
import type { TestCase } from "./test-case.js";
import { sharesCookies } from "./testable.js";
import type { Tested } from "./tested.js";

/** The cases of one handler. `isFirst`: whether it is the first that has the guard. Pure. */
export function handlerGroup(handler: HandlerViewed, tested: Tested, isFirst: boolean): TestGroupView {
  const { facts, guard } = tested;
  const scene = sceneOf(handler, tested);
  const [first, ...others] = casesOf[handler.parts.partial]?.(scene) ?? [];
  const refused = handler.guard && guard ? guardCases(scene, guard, isFirst) : [];
  const cases = [...(first ? [first] : []), ...refused, ...others];
  return {
    title: JSON.stringify(`${handler.method} ${urlOf(facts.location.segments)}`),
    helpers: helpersFor(cases, scene),
    cases: cases.map((each) => caseView(each, handler, tested)),
  };
}

function sceneOf(handler: HandlerViewed, tested: Tested): Scene {
  const { facts, viewed, path, body, one, parents, powers, runner, data, guard, logger, basePath } = tested;
  // A function that is no method of an object is caught only by who can replace it.
  const canCatch = powers.replacesExports || logger.includes(".");
  const calls = (handler.parts.calls ?? []).filter(isWork);
  return {
    facts,
    viewed,
    handler,
    path,
    body,
    one,
    address: `${basePath}${path.url}`,
    keys: ["id: created.id", ...parents].join(", "),
    canCatch,
    sharesCookies: handler.guard !== undefined && sharesCookies(tested),
    canFail: canCatch && calls.every((call) => runner.canFail(data, call)),
    signedIn: handler.guard ? guard?.headers : undefined,
  };
}

function caseView(
  { name, given, call, sees }: TestCase,
  { view }: HandlerViewed,
  { runner, data }: Tested,
): TestCaseView {
  const isAsync = call.startsWith("send") || / async |^async |= async /.test(view.opening);
  const before = given.flatMap((each) => runner.given(each, data));
  const after = sees.flatMap((each) => runner.sees(each, data));
  return caseOf(name, before, `const response = ${isAsync ? "await " : ""}${call};`, after);
}

/** A case out of its lines. */
export function caseOf(
  name: string,
  given: readonly string[],
  call: string,
  sees: readonly string[],
  handlers: readonly string[] = [],
): TestCaseView {
  const isAsync = [...given, call, ...sees].some((line) => /\bawait\b/.test(line));
  return { name: JSON.stringify(name), given, call, sees, handlers, isAsync };
}

/** What sends a body to a handler, where its cases do. */
function helpersFor(cases: readonly TestCase[], scene: Scene): string[] {
  const { handler, signedIn } = scene;
  const calls = cases.map(({ call }) => call).join("\n");
  const takesForm = /\bsendForm\(/.test(calls);
  const takesText = /\bsend\(/.test(calls);
  if (!takesForm && !takesText) return [];
  const init = requestInit(handler.method, signedIn !== undefined, "body");
  const type = takesForm ? "string | FormData" : "string";
  return [
    `function send(body: ${type}) {`,
    `  return ${plainCall(scene, `new ${requestClass(handler)}(url, ${init})`)};`,
    "}",
    "",
    ...(takesForm
      ? [
          "function sendForm(fields: Record<string, string | File>) {",
          "  const body = new FormData();",
          "  for (const [name, value] of Object.entries(fields)) {",
          "    body.append(name, value);",
          "  }",
          "  return send(body);",
          "}",
          "",
        ]
      : []),
  ];
}
