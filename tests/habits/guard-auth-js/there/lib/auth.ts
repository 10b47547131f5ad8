export interface Session {
  user: { id: string };
}

export async function auth(): Promise<Session | null> {
  return null;
}
