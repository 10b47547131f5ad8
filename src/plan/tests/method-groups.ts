import type { TestGroupView } from "../../view/view-keys.js";
import { errorBodyOf } from "../answer-texts.js";
import { urlOf } from "../locate.js";
import { caseOf } from "./case-view.js";
import type { Sight } from "./test-case.js";
import type { Tested } from "./tested.js";

/** The cases of the methods that are not offered, and of OPTIONS: those of a file that is new. Pure. */
export function methodGroups({ facts, viewed: { view }, runner, data }: Tested): TestGroupView[] {
  if (!view.ownsOptions) return [];
  const { text, isText } = errorBodyOf(facts.manner.answers, "Method not allowed");
  const allow: Sight = { kind: "header", name: "Allow", is: JSON.stringify(view.allow) };
  const sees = (...sights: Sight[]) => sights.flatMap((sight) => runner.sees(sight, data));
  const options = caseOf(
    "answers OPTIONS with 204 and the methods that there are",
    [],
    "const response = OPTIONS();",
    sees({ kind: "status", is: 204 }, allow, { kind: "no body" }),
  );
  const refused = sees(
    { kind: "status", is: 405 },
    allow,
    isText ? { kind: "text", is: text } : { kind: "json", is: text },
  );
  const [first, ...others] = view.refused;
  const fallbacks =
    first === undefined
      ? []
      : others.length === 0
        ? [caseOf(`answers ${first} with 405`, [], `const response = ${first}();`, refused)]
        : [
            caseOf(
              `answers ${view.refused.join(", ")} with 405`,
              [],
              "const response = handler();",
              refused,
              view.refused,
            ),
          ];
  const title = first === undefined ? "OPTIONS" : "other methods of";
  return [
    {
      title: JSON.stringify(`${title} ${urlOf(facts.location.segments)}`),
      helpers: [],
      cases: [...fallbacks, options],
    },
  ];
}
