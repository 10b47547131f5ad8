import { scopeOf } from "../data-module.js";
import { dataView } from "../data-view.js";
import type { HandlerViewed } from "../handler-view.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteNames } from "../route-names.js";
import type { DataTested } from "./runner.js";
import type { SamplePath } from "./sample-path.js";
import { isWork } from "./scene.js";

/** The data module as the test of some handlers sees it; undefined where they call none. Pure. */
export function dataTested(
  facts: RouteFacts,
  { resource }: RouteNames,
  handlers: readonly HandlerViewed[],
  at: { source: string; one: string; path: SamplePath },
): DataTested | undefined {
  const { role, data, parameters, resource: own } = facts;
  const called = handlers.flatMap(({ parts }) => parts.calls ?? []).filter(isWork);
  // What replaces an item may be the function that changes it.
  const calls = [...new Map(called.map((call) => [resource[call], call])).values()];
  if (!role.data || calls.length === 0) return undefined;
  const { storeKey } = dataView({ ...facts, module: data, data: role.data });
  return {
    source: at.source,
    name: (call) => resource[call],
    calls,
    type: resource.type,
    newType: resource.newType,
    one: at.one,
    id: at.path.idText,
    storeKey,
    hasStore: role.data.searches !== true && own.source.isInMemory === true,
    isForeign: role.data.searches !== true && !own.source.declaresType,
    isScoped: scopeOf(parameters, role).length > 0,
  };
}
