import { sql } from "drizzle-orm";
import * as t from "drizzle-orm/mysql-core";

export const post = t.mysqlTable("posts", {
  id: t.int("id").autoincrement().primaryKey(),
  slug: t.varchar("slug", { length: 80 }).notNull().unique(),
  status: t.mysqlEnum("status", ["draft", "published"]).notNull().default("draft"),
  meta: t.json("meta").notNull(),
  createdAt: t.timestamp("created_at").notNull().defaultNow(),
  updatedAt: t.timestamp("updated_at").notNull().defaultNow().onUpdateNow(),
});

export const comments = t.mysqlTable("comments", {
  id: t.varchar("id", { length: 36 }).primaryKey().default(sql`(uuid())`),
  postId: t.int("post_id").notNull().references(() => post.id),
  body: t.text("body").notNull(),
});

export const countries = t.mysqlTable("countries", { code: t.varchar("code", { length: 2 }).primaryKey(), name: t.text("name").notNull() });

export const tags = t.mysqlTable("tags", { id: t.varchar("id", { length: 36 }).primaryKey().$defaultFn(() => crypto.randomUUID()), name: t.text("name").notNull() });
