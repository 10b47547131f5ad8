declare module "@clerk/nextjs/server" {
  export function auth(): Promise<{ userId: string | null; orgId: string | null }>;
}
