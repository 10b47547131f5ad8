import type { Problem } from "../../errors.js";
import type { AuthHere } from "../../project/auth-here.js";
import { authWithRoles, rolesOf, type AuthName } from "../../spec/auth.js";

/** What keeps a provider that is set up from guarding by a role; undefined if nothing does. Pure. */
export function rolesMissing(name: AuthName, { providers }: AuthHere): Problem | undefined {
  const roles = rolesOf(name);
  if (!roles) return noRoles(name);
  const here = providers.get(name);
  const module = here?.isReady === true ? here.module : undefined;
  if (!roles.shown || module?.showsRoles === true) return undefined;
  return {
    code: "ROLE_MISSING",
    message: `--auth ${name} --role needs ${roles.where}, and ${module?.path ?? "the app"} does not show it.`,
    hint: `${roles.shown.way} (${roles.shown.docs}), or leave out --role.`,
  };
}

/** A role was asked for of a guard that knows none. */
export function noRoles(name: AuthName | undefined): Problem {
  const who =
    name === undefined
      ? "no auth provider with roles is set up in the app"
      : name === "app"
        ? "what the app's own guard knows of roles is not seen"
        : `${name} has none`;
  const names = authWithRoles.join(", ");
  return {
    code: "ROLE_MISSING",
    message: `--role needs a guard that knows roles, and ${who}.`,
    hint: `These know them: ${names}. Name one with --auth, or leave out --role.`,
  };
}
