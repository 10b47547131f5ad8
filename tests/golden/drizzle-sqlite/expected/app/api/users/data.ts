import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { users } from "@/db/schema";

const digits = z.string().regex(/^\d+$/).transform(Number);
const intKey = z.union([z.number(), digits]).pipe(z.int32().min(0));
const newUser = z.object({
  email: z.string().min(1),
  name: z.string().nullish(),
});
const userChanges = newUser.partial();
const userKey = z.object({ id: intKey });

export type NewUser = z.infer<typeof newUser>;
export type UserChanges = z.infer<typeof userChanges>;

const userQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type UserQuery = z.infer<typeof userQuery>;

// What an answer may have: the rest of the table stays here.
const userColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  createdAt: users.createdAt,
};
export type User = Pick<typeof users.$inferSelect, keyof typeof userColumns>;
export type UserPage = {
  items: User[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

export async function fetchUsers(query: UserQuery): Promise<UserPage> {
  const { page, limit } = query;
  const [items, total] = await Promise.all([
    db
      .select(userColumns)
      .from(users)
      .orderBy(desc(users.createdAt), users.id)
      .limit(limit)
      .offset((page - 1) * limit),
    db.$count(users),
  ]);
  return { items, page, limit, total };
}

export async function fetchUser(id: number): Promise<User | undefined> {
  const [user] = await db
    .select(userColumns)
    .from(users)
    .where(eq(users.id, id));
  return user;
}

export async function createUser(input: NewUser): Promise<User> {
  const [user] = await db.insert(users).values(input).returning(userColumns);
  if (!user) throw new Error("The insert returned no row");
  return user;
}

export async function updateUser(
  id: number,
  changes: UserChanges,
): Promise<User | undefined> {
  // Drizzle refuses an update that sets nothing.
  if (Object.keys(changes).length === 0) return fetchUser(id);
  const [user] = await db
    .update(users)
    .set(changes)
    .where(eq(users.id, id))
    .returning(userColumns);
  return user;
}

export async function deleteUser(id: number): Promise<boolean> {
  const deleted = await db
    .delete(users)
    .where(eq(users.id, id))
    .returning({ id: users.id });
  return deleted.length > 0;
}

/** Whether a write failed because a unique value is taken; Drizzle wraps the error of the driver. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isDuplicate(error.cause);
  return error.message.includes("UNIQUE constraint failed");
}

/** Whether a write failed because of what a row refers to. */
export function isBrokenReference(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isBrokenReference(error.cause);
  return error.message.includes("FOREIGN KEY constraint failed");
}

export function parseNewUser(body: unknown): Parsed<NewUser> {
  return parse(newUser, body);
}

export function parseUserChanges(body: unknown): Parsed<UserChanges> {
  return parse(userChanges, body);
}

export function parseUserKey(id: unknown): Parsed<z.infer<typeof userKey>> {
  return parse(userKey, { id });
}

export function parseUserQuery(params: URLSearchParams): Parsed<UserQuery> {
  return parse(userQuery, Object.fromEntries(params));
}

/** What is wrong, as `path: message`. */
function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return { success: true, data };
  const issues = error.issues.map(({ path, message }) =>
    [path.join("."), message].filter(Boolean).join(": "),
  );
  return { success: false, issues };
}
