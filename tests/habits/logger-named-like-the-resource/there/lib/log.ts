export const log = {
  error(fields: { error: unknown }, message: string): void {
    console.error(message, fields.error);
  },
};
