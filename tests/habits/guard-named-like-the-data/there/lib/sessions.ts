export interface Session {
  user: { id: string };
}

export async function fetchSession(): Promise<Session | null> {
  return null;
}
