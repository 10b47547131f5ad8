/** The tables, made when the server starts: there is nothing to migrate from. */
export async function register() {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { createTables } = await import("./db/create-tables");
  await createTables();
}
