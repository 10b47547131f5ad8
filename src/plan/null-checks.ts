import type { Warning } from "../model.js";
import { isOneText } from "./field-views.js";
import type { RouteFacts } from "./route-facts.js";
import type { Vicinity } from "./vicinity.js";

/**
 * What a data module does not compile without, if the app's TypeScript is set up so: where `undefined` is a value of every type, no look
 * at a field of a body says what it is. Pure, but that it asks for the app's tsconfig.json.
 */
export function nullChecksNeeded(
  { role, adds, resource: { source, validator } }: RouteFacts,
  { exported, hasNoNullChecks = () => false }: Vicinity,
): Warning[] {
  const isWritten = role.data !== undefined && adds.length > 0 && exported === undefined;
  const isByHand = validator === undefined && role.data?.searches !== true && !isOneText(source.fields);
  if (!isWritten || !(validator?.needsNullChecks ?? isByHand) || !hasNoNullChecks()) return [];
  const what = isByHand ? "What checks several fields without a library" : "ArkType";
  return [
    {
      code: "NULL_CHECKS_NEEDED",
      message: `${what} needs TypeScript's strictNullChecks, which this app does without. Set it in tsconfig.json, or use --validate zod.`,
    },
  ];
}
