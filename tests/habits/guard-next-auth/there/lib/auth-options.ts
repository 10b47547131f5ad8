import type { AuthOptions } from "next-auth";

export const authOptions: AuthOptions = { secret: "for tests" };
