import { cookies } from "next/headers";

const sessions = new Map<string, { name: string }>();

export async function getCurrentUser() {
  const id = (await cookies()).get("session")?.value;
  return id === undefined ? undefined : sessions.get(id);
}
