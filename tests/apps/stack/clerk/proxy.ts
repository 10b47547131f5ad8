import { clerkMiddleware } from "@clerk/nextjs/server";

// With its key, Clerk's tokens are looked at without asking its server.
export default clerkMiddleware({ jwtKey: process.env["CLERK_JWT_KEY"] ?? "" });

export const config = { matcher: ["/api/:path*"] };
