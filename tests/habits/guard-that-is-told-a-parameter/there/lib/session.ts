import { cookies } from "next/headers";
import { redirect } from "next/navigation";

const sessions = new Map<string, { tenants: string[] }>();

export async function requireMember(tenant: string) {
  const id = (await cookies()).get("session")?.value;
  const session = id === undefined ? undefined : sessions.get(id);
  if (!session?.tenants.includes(tenant)) redirect("/sign-in");
  return session;
}
