import { betterAuth } from "better-auth";
import { admin } from "better-auth/plugins";
import { memoryAdapter, type MemoryDB } from "better-auth/adapters/memory";

/** Each route is bundled with its own copy of this module, and they share the users. */
const shared = globalThis as { users?: MemoryDB };
shared.users ??= { user: [], session: [], account: [], verification: [] };

export const auth = betterAuth({
  database: memoryAdapter(shared.users),
  emailAndPassword: { enabled: true },
  plugins: [admin()],
  databaseHooks: {
    user: {
      create: {
        before: (user) =>
          Promise.resolve({
            data: { ...user, role: user.email.startsWith("root@") ? "user,admin" : "user" },
          }),
      },
    },
  },
});
