import type { RunnerName } from "../../spec/tests.js";
import type { TestGroupView, TestView } from "../../view/view-keys.js";
import { importLines, typeFrom, valueFrom, type ImportNeed } from "../import-lines.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteViewed } from "../route-view.js";
import { handlerGroup } from "./case-view.js";
import { dataTested } from "./data-tested.js";
import { methodGroups } from "./method-groups.js";
import type { Around } from "./runner.js";
import { runners } from "./runners.js";
import { sampleBody } from "./sample-body.js";
import { samplePath } from "./sample-path.js";
import { sharedLines } from "./shared-lines.js";
import { standIns } from "./stand-ins.js";
import { testable, type LeftOut } from "./testable.js";
import type { Tested } from "./tested.js";
import type { TestSite } from "./test-file.js";
import type { TestImports } from "./test-imports.js";
import { uses } from "./uses.js";

/** All that the template of a test may know, and which handlers it says nothing of. Pure. */
export function testView(
  facts: RouteFacts,
  viewed: RouteViewed,
  imports: TestImports,
  site: TestSite,
): { test: TestView; leftOut: readonly LeftOut[] } {
  const { tested, leftOut } = testedOf(facts, viewed, imports, site);
  const firstGuarded = tested.handlers.find((handler) => handler.guard);
  const groups = [
    ...tested.handlers.map((handler) => handlerGroup(handler, tested, handler === firstGuarded)),
    ...methodGroups(tested),
  ].filter(({ cases }) => cases.length > 0);

  const text = groups.flatMap(linesIn).join("\n");
  const doubles = standIns(tested, text);
  const guard = firstGuarded ? tested.guard : undefined;
  const answers = doubles.map((double) => double.answers ?? "").join("\n");
  const shared = sharedLines(tested, `${text}\n${answers}`);
  const around = tested.runner.around({
    doubles,
    env: guard?.env ?? {},
    data: tested.data,
    text: [...shared, text].join("\n"),
  });
  const own = (guard?.imports ?? []).map(({ source, name }) => valueFrom(source, name));
  const helpers = (guard?.helpers ?? []).flat();
  return {
    leftOut,
    test: {
      runner: site.runner,
      head: headLines(site.runner, site.here.isBrowser),
      imports: importLines(
        [...around.imports, ...own, ...importsOf(tested, around, [text, ...shared].join("\n"))],
        facts.manner.typeImports,
      ),
      doubles: around.doubles,
      constants: [...shared, ...around.constants, ...helpers],
      hooks: around.hooks,
      groups,
    },
  };
}

function testedOf(
  facts: RouteFacts,
  viewed: RouteViewed,
  imports: TestImports,
  { runner: name, here, project }: TestSite,
): { tested: Tested; leftOut: readonly LeftOut[] } {
  const runner = runners[name](here);
  const powers = runner.powers(here.isModule);
  const guarded = viewed.handlers.find((handler) => handler.guard)?.guard;
  const guard = guarded?.test?.(powers, imports);
  const { handlers, leftOut } = testable(viewed.handlers, { guard, powers, name, facts });
  const path = samplePath(facts, viewed.names);
  const { resource } = viewed.names;
  const one = testNames.has(resource.one) ? `${resource.one}Item` : resource.one;
  const parents = path.parents.map(({ meaning, value }) => `${meaning}: ${value}`);
  return {
    leftOut,
    tested: {
      facts,
      viewed,
      name,
      runner,
      powers,
      here,
      imports,
      guard,
      handlers,
      path,
      one,
      parents,
      body: sampleBody(facts.resource.source.fields, resource.label),
      data: dataTested(facts, viewed.names, handlers, { source: imports.data, one, path }),
      logger: /^[\w$.]+/.exec(facts.logger.call)?.[0] ?? "console.error",
      basePath: project.config.basePath,
    },
  };
}

/** What tests call their own variables. */
const testNames: ReadonlySet<string> = new Set(
  "url headers request context jar input changes changed caller stranger forger verified wrongContext wrongParents asJson found failure fails response log send sendForm body name value options created store key shared handler assert mock vi jest describe it expect broken signed".split(
    " ",
  ),
);

/** The lines of a group, to see what they use. */
function linesIn({ helpers, cases }: TestGroupView): string[] {
  return [
    ...helpers,
    ...cases.flatMap(({ given, handlers, call, sees }) => [...given, handlers.join(", "), call, ...sees]),
  ];
}

/** A route handler runs on the server, whatever the app's other tests run in. Source: Vitest and Jest, test environment. */
function headLines(runner: RunnerName, isBrowser: boolean): string[] {
  if (!isBrowser || runner === "node") return [];
  return [runner === "jest" ? "/** @jest-environment node */" : "// @vitest-environment node"];
}

/** The route's handlers, the functions of the data module that cases name, and what else they use by its name. */
function importsOf(tested: Tested, around: Around, text: string): ImportNeed[] {
  const { handlers, viewed, facts, imports, data, logger, powers } = tested;
  const { refused, ownsOptions } = viewed.view;
  const isUsed = (name: string) => uses(text, name);
  const exported = [...handlers.map(({ method }) => method), ...(ownsOptions ? ["OPTIONS"] : []), ...refused];
  const [root = ""] = logger.split(".");
  return [
    ...exported.map((method) => valueFrom(imports.route, method)),
    ...(data?.calls ?? []).flatMap((call) =>
      isUsed(data?.name(call) ?? "") ? [valueFrom(imports.data, data?.name(call) ?? "")] : [],
    ),
    ...[data?.newType ?? "", data?.type ?? ""]
      .filter((type) => type !== "" && isUsed(type))
      .map((type) => typeFrom(imports.data, type)),
    ...(isUsed("NextRequest") ? [valueFrom("next/server", "NextRequest")] : []),
    ...facts.logger.imports
      .filter(
        ({ local }) => local === root && isUsed(root) && (powers.replacesExports || logger.includes(".")),
      )
      .map((need) => ({ ...need, source: imports.specifierOf(need.source) })),
  ].filter(({ local }) => !around.imports.some((other) => other.local === local));
}
