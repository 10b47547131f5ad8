import { dataView, scopeOf } from "../data-module.js";
import type { HandlerViewed } from "../handler-view.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteNames } from "../route-names.js";
import type { DataTested } from "./runner.js";
import type { SamplePath } from "./sample-path.js";
import { isWork } from "./scene.js";

/** The data module as the test of some handlers sees it; undefined where they call none. Pure. */
export function dataTested(
  { role, data, location, parameters }: RouteFacts,
  { resource }: RouteNames,
  handlers: readonly HandlerViewed[],
  at: { source: string; one: string; path: SamplePath },
): DataTested | undefined {
  const calls = [...new Set(handlers.flatMap(({ parts }) => parts.calls ?? []))].filter(isWork);
  if (!role.data || calls.length === 0) return undefined;
  const { storeKey } = dataView(data, location, parameters, role, role.data);
  return {
    source: at.source,
    name: (call) => resource[call],
    calls,
    type: resource.type,
    one: at.one,
    id: at.path.id,
    storeKey,
    hasStore: role.data.stores !== undefined,
    isScoped: scopeOf(parameters, role).length > 0,
  };
}
