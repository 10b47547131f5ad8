import type { Warning } from "../model.js";
import type { Method } from "../spec/methods.js";
import type { HandlerShape, WrapperUse } from "./handler-shape.js";

/**
 * What became of the wrappers, in as few sentences as there are of them.
 *
 * @param url of the route, e.g. `/api/posts`.
 */
export function wrapperWarnings(
  handlers: readonly { method: Method; shape: HandlerShape }[],
  url: string,
): Warning[] {
  const uses = new Map<string, { use: WrapperUse; methods: Method[] }>();
  for (const { method, shape } of handlers) {
    if (!shape.wrapper) continue;
    const key = `${shape.wrapper.name} ${shape.wrapper.model ?? ""}`;
    uses.set(key, { use: shape.wrapper, methods: [...(uses.get(key)?.methods ?? []), method] });
  }
  return [...uses.values()].map(({ use, methods }) => wrapperWarning(use, methods, url));
}

function wrapperWarning(
  { name, model, hasArguments, file }: WrapperUse,
  methods: readonly Method[],
  url: string,
): Warning {
  const [subject, isOne] = [`${methods.join(", ")} of ${url}`, methods.length === 1];
  if (model === undefined) {
    const others = file === undefined ? "The other handlers" : `The handlers of ${file}`;
    const plain = isOne ? "is a plain function" : "are plain functions";
    return {
      code: "WRAPPER_SEEN",
      message: `${others} go through ${name}, and what that hands to them is not clear: ${subject} ${plain} without it.`,
    };
  }
  const [goes, other] = [isOne ? "goes" : "go", file === undefined ? model : `${model} of ${file}`];
  return {
    code: "WRAPPER_USED",
    message: hasArguments
      ? `${subject} ${goes} through ${name} with the same arguments as ${other}: check that they are right there.`
      : `${subject} ${goes} through ${name}, as ${other} does.`,
  };
}
