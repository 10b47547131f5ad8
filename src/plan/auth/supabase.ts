import { importAs, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/**
 * The user of Supabase, whom its server is asked for: what stands in the cookie could be forged. Source: Supabase, "Setting
 * up Server-Side Auth for Next.js".
 */
export const supabase: WriteGuard = ({ module, specifier, named }) => {
  const [createClient, client, data] = [named("createClient"), named("supabase"), named("data")];
  const waits = module?.isAsync === false ? "" : "await ";
  return {
    imports: [importAs(specifier, "createClient", createClient)],
    lines: (_request, answers) => [
      `const ${client} = ${waits}${createClient}();`,
      `const { ${data === "data" ? data : `data: ${data}`} } = await ${client}.auth.getUser();`,
      ...turnsAway(`!${data}.user`, answers),
    ],
    check: `${client}.auth.getUser`,
    readsRequest: false,
    awaits: true,
    readsCookies: true,
    partial: undefined,
    names: [createClient, client, data],
    needs: undefined,
    test: testedBy(
      { source: specifier, name: "createClient", local: createClient, waits: waits !== "" },
      clientOf('{ id: "1" }'),
      clientOf("null"),
    ),
  };
};

/** A client that knows one user, an expression. */
function clientOf(user: string): string {
  return `{ auth: { getUser: () => Promise.resolve({ data: { user: ${user} } }) } }`;
}
