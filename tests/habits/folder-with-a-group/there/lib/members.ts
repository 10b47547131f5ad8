export async function findMembers(teamId: string): Promise<string[]> {
  return [teamId];
}
