import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";

export const authOptions: AuthOptions = {
  session: { strategy: "jwt" },
  providers: [
    Credentials({
      credentials: { password: {} },
      authorize: (credentials) =>
        credentials?.password === "right" ? { id: "ada", name: "Ada" } : null,
    }),
  ],
};
