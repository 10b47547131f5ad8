import { forbids, importAs, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/**
 * The user of Supabase, whom its server is asked for: what stands in the cookie could be forged. A role stands in
 * `app_metadata`, which users cannot change; `user.role` is the one of the database. Source: Supabase, "Setting up Server-Side
 * Auth for Next.js" and "Users".
 */
export const supabase: WriteGuard = ({ module, specifier, named, role }) => {
  const [createClient, client, data] = [named("createClient"), named("supabase"), named("data")];
  const held = named("role");
  const waits = module?.isAsync === false ? "" : "await ";
  return {
    imports: [importAs(specifier, "createClient", createClient)],
    lines: (_request, answers) => [
      `const ${client} = ${waits}${createClient}();`,
      `const { ${data === "data" ? data : `data: ${data}`} } = await ${client}.auth.getUser();`,
      ...turnsAway(`!${data}.user`, answers),
      ...(role === undefined
        ? []
        : [
            `const { ${held === "role" ? held : `role: ${held}`} } = ${data}.user.app_metadata;`,
            ...forbids(`${held} !== ${JSON.stringify(role)}`, answers),
          ]),
    ],
    check: `${client}.auth.getUser`,
    readsRequest: false,
    awaits: true,
    readsCookies: true,
    partial: undefined,
    names: [createClient, client, data, ...(role === undefined ? [] : [held])],
    needs: undefined,
    test: testedBy(
      { source: specifier, name: "createClient", local: createClient, waits: waits !== "" },
      clientOf(
        role === undefined ? '{ id: "1" }' : `{ id: "1", app_metadata: { role: ${JSON.stringify(role)} } }`,
      ),
      clientOf("null"),
      role === undefined ? {} : { withoutRole: clientOf('{ id: "1", app_metadata: {} }') },
    ),
  };
};

/** A client that knows one user, an expression. */
function clientOf(user: string): string {
  return `{ auth: { getUser: () => Promise.resolve({ data: { user: ${user} } }) } }`;
}
