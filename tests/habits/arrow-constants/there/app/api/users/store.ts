const users = new Set<string>();

export async function findUsers(): Promise<string[]> {
  return [...users];
}

export async function saveUser(name: string): Promise<string> {
  users.add(name);
  return name;
}

export async function removeUser(name: string): Promise<boolean> {
  return users.delete(name);
}
