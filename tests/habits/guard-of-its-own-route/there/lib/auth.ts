export async function isMember(team: string): Promise<boolean> {
  return team !== "";
}
