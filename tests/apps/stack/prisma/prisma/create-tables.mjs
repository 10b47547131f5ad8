// What `prisma db push` would do, without the engine that it would have to download first.
import { readFileSync } from "node:fs";
import { createClient } from "@libsql/client";

const client = createClient({ url: process.env.DATABASE_URL ?? "file:dev.db" });
await client.executeMultiple(readFileSync(new URL("tables.sql", import.meta.url), "utf8"));
client.close();
