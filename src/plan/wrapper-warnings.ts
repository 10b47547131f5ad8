import type { Warning } from "../model.js";
import type { Method } from "../spec/methods.js";
import type { HandlerShape, WrapperUse } from "./handler-shape.js";

/** What became of the wrappers, in as few sentences as there are of them. */
export function wrapperWarnings(handlers: readonly { method: Method; shape: HandlerShape }[]): Warning[] {
  const uses = new Map<string, { use: WrapperUse; methods: Method[] }>();
  for (const { method, shape } of handlers) {
    if (!shape.wrapper) continue;
    const key = `${shape.wrapper.name} ${shape.wrapper.model ?? ""}`;
    uses.set(key, { use: shape.wrapper, methods: [...(uses.get(key)?.methods ?? []), method] });
  }
  return [...uses.values()].map(({ use, methods }) => wrapperWarning(use, methods));
}

function wrapperWarning(
  { name, model, hasArguments, file }: WrapperUse,
  methods: readonly Method[],
): Warning {
  const [subject, isOne] = [methods.join(", "), methods.length === 1];
  if (model === undefined) {
    return {
      code: "WRAPPER_SEEN",
      message: `The handlers ${
        file === undefined ? "beside" : "near"
      } ${subject} go through ${name}, and what it hands to them is not clear: ${subject} ${
        isOne ? "is a plain function" : "are plain functions"
      } without it.`,
    };
  }
  const other = file === undefined ? model : `${model} of ${file}`;
  return {
    code: "WRAPPER_USED",
    message: hasArguments
      ? `${subject} ${
          isOne ? "goes" : "go"
        } through ${name} with the same arguments as ${other}: check that they are right there.`
      : `${subject} ${isOne ? "goes" : "go"} through ${name}, as ${other} does.`,
  };
}
