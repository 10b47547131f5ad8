export async function updatePost(): Promise<void> {
  await Promise.resolve();
}
