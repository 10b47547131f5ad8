import { forbids, importAs, roleMember, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/**
 * The session of Auth.js. It has the user's id only where a callback of the app's hands it on: then the guard asks for that,
 * and `session.user.id` is a string behind it. Source: Auth.js, "Protecting Resources", "Extending the Session" and
 * "Role Based Access Control".
 */
export const authjs: WriteGuard = ({ module, specifier, named, role }) => {
  const auth = named("auth");
  const session = named("session");
  const known = module?.showsId === true ? `${session}?.user?.id` : `${session}?.user`;
  return {
    imports: [importAs(specifier, "auth", auth)],
    lines: (_request, answers) => [
      `const ${session} = await ${auth}();`,
      ...turnsAway(`!${known}`, answers),
      ...(role === undefined ? [] : forbids(`${session}.user.role !== ${JSON.stringify(role)}`, answers)),
    ],
    check: auth,
    readsRequest: false,
    awaits: true,
    readsCookies: true,
    partial: undefined,
    names: [auth, session],
    needs: undefined,
    test: testedBy(
      { source: specifier, name: "auth", local: auth },
      `{ user: { id: "1"${roleMember(role)} } }`,
      "null",
      role === undefined ? {} : { withoutRole: '{ user: { id: "1", role: "none" } }' },
    ),
  };
};
