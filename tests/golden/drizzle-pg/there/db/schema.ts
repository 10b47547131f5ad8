import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTableCreator,
  serial,
  text,
  timestamp,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";

const table = pgTableCreator((name) => `app_${name}`);
const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
export const status = pgEnum("status", ["draft", "published"]);
const stamps = {
  createdAt: timestamp("created_at").notNull().defaultNow(),
  updatedAt: timestamp("updated_at").notNull().defaultNow(),
};

export const post = table("post", {
  id: uuid("id").primaryKey().defaultRandom(),
  slug: varchar("slug", { length: 80 }).notNull().unique(),
  status: status("status").notNull().default("draft"),
  settings: jsonb("settings").$type<{ theme: string }>().notNull(),
  any: jsonb("any").notNull(),
  tags: text("tags").array(),
  day: date("day"),
  price: numeric("price"),
  cover: bytes("cover"),
  passwordHash: text("password_hash"),
  ...stamps,
});

export const comments = table("comment", {
  id: serial("id").primaryKey(),
  postId: uuid("post_id").notNull().references(() => post.id),
  body: text("body").notNull(),
  isHidden: boolean("is_hidden").notNull().default(false),
  votes: integer("votes"),
});

export const countries = table("countries", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  kind: text("kind").$type<"island" | "land">().notNull(),
});
