const log = {
  error(message: string, error: unknown): void {
    console.error(message, error);
  },
};

export default log;
