export const logger = {
  error(fields: { err: unknown }, message: string): void {
    console.error(message, fields.err);
  },
};
