const teams = new Map<string, { name: string }>();

export function teamNamed(name: string): { name: string } | undefined {
  return teams.get(name);
}
