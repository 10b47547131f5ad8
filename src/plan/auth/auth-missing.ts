import type { Problem } from "../../errors.js";
import type { AuthHere } from "../../project/auth-here.js";
import type { FeatureName } from "../../project/features.js";
import { defaultAuth, setupOf, type AuthName, type SetupFile } from "../../spec/auth.js";
import { installText, missingText } from "../package-missing.js";

/** What a provider that was asked for by its name lacks in this app; undefined if nothing. Pure. */
export function authMissing(
  name: AuthName,
  { providers, add }: AuthHere,
  features: ReadonlySet<FeatureName>,
): Problem | undefined {
  const setup = setupOf(name);
  const here = providers.get(name) ?? { isReady: false, lacks: "package" };
  if (!setup || here.isReady) return undefined;
  const wants = `--auth ${name}`;
  const file = setup.file && foundBy(setup.file, features);
  if (here.lacks === "package" || here.lacks === "version") {
    const isSetUp = here.lacks === "version" || !file;
    return problem(
      missingText(wants, setup, here),
      `${installText(setup, add)}${isSetUp ? "" : `, and write ${wayTo(file)}`}`,
    );
  }
  if (!file) throw new Error(`${name} lacks a file that it does not need.`);
  if (here.lacks === "form") {
    return problem(
      `${wants} needs a ${String(file.exports)} that is called without arguments, and the one in ${here.has} takes some.`,
      `Let it find what it needs itself: ${file.docs}`,
    );
  }
  return problem(
    `${wants} needs ${setup.package} to be set up, and no ${namesOf(file)} ${verbOf(file)}.`,
    `Write ${wayTo(file)}`,
  );
}

/** The file at the places where the app's Next.js finds it. */
function foundBy(file: SetupFile, features: ReadonlySet<FeatureName>): SetupFile {
  const [first = file.places[0], ...others] = file.places.filter((place) => {
    const feature = file.needs?.[place];
    return feature === undefined || features.has(feature);
  });
  return { ...file, places: [first, ...others] };
}

function problem(message: string, way: string): Problem {
  return { code: "AUTH_MISSING", message, hint: `${way}; or use --auth ${defaultAuth}.` };
}

/** The first places only: nobody reads through all. */
function namesOf({ places }: SetupFile): string {
  const [first, ...others] = places.slice(0, 3).map((place) => `${place}.ts`);
  const last = others.pop();
  return last === undefined ? String(first) : `${[first, ...others].join(", ")} or ${last}`;
}

function verbOf({ exports, mentions }: SetupFile): string {
  return exports === undefined
    ? `with ${mentions} is there`
    : `that exports ${exports} and has to do with ${mentions} is there`;
}

function wayTo({ places: [first], exports, mentions, docs }: SetupFile): string {
  return `${first}.ts with ${exports ?? mentions} (${docs})`;
}
