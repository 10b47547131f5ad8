import { sql } from "drizzle-orm";
import { db } from ".";

const statements = [
  sql`CREATE TABLE IF NOT EXISTS users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL UNIQUE,
    name TEXT,
    role TEXT NOT NULL DEFAULT 'reader',
    password_hash TEXT,
    created_at INTEGER NOT NULL DEFAULT (unixepoch())
  )`,
  sql`CREATE TABLE IF NOT EXISTS posts (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'draft',
    is_pinned INTEGER NOT NULL DEFAULT 0,
    rating REAL,
    tags TEXT,
    published_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  )`,
  sql`CREATE UNIQUE INDEX IF NOT EXISTS posts_slug ON posts (slug)`,
  sql`CREATE TABLE IF NOT EXISTS comments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id TEXT NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    author_id INTEGER REFERENCES users (id),
    body TEXT NOT NULL
  )`,
];

export async function createTables() {
  for (const statement of statements) await db.run(statement);
}
