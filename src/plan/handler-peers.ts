import type { HandlerForm, OpaqueHandler } from "../project/handler-forms.js";
import { methodTable, type Method } from "../spec/methods.js";

/** The handlers that a new one is to be like. */
export interface Peers {
  /** The handlers of the form that leads, the one that is nearest first. */
  readonly alike: readonly HandlerForm[];
  /** All handlers of a known form. */
  readonly all: readonly HandlerForm[];
  /** A handler of an unknown form that is more like the new one than any other. */
  readonly opaque: OpaqueHandler | undefined;
}

/** Finds the handlers that a new one is to be like: what reads is written like what reads, what changes like what changes, if there is such a one. Pure. */
export function peersOf(method: Method, handlers: readonly (HandlerForm | OpaqueHandler)[]): Peers {
  const { mutates } = methodTable[method];
  const same = handlers.filter((handler) => methodTable[handler.method].mutates === mutates);
  const nearest = same.length > 0 ? same : handlers;
  const known = nearest.filter((handler) => handler.kind !== "opaque");
  const groups = new Map<string, HandlerForm[]>();
  for (const handler of known) {
    const key = `${handler.kind} ${handler.wrapper?.name ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), handler]);
  }
  // A wrapper may be what guards the others: it wins where as many have none.
  const rank = (group: readonly HandlerForm[]) => group.length + (group[0]?.kind === "wrapper" ? 0.5 : 0);
  const [alike = []] = [...groups.values()].sort((a, b) => rank(b) - rank(a));
  const all = handlers.filter((handler) => handler.kind !== "opaque");
  return {
    alike,
    all,
    opaque:
      known.length > 0
        ? undefined
        : (nearest.find(({ kind }) => kind === "opaque") as OpaqueHandler | undefined),
  };
}
