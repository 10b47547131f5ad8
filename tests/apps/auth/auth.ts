import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";

export const { auth, handlers } = NextAuth({
  basePath: "/api/authjs",
  trustHost: true,
  session: { strategy: "jwt" },
  providers: [
    Credentials({
      credentials: { password: {} },
      authorize: ({ password }) => (password === "right" ? { id: "ada", name: "Ada" } : null),
    }),
  ],
  callbacks: {
    session: ({ session, token }) => ({
      ...session,
      user: { ...session.user, id: token.sub ?? "" },
    }),
  },
});
