declare const NextAuth: (options: object) => (request: Request) => Promise<Response>;

const handler = NextAuth({});

export { handler as GET, handler as POST };
