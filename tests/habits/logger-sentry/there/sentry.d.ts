declare module "@sentry/nextjs" {
  export function captureException(error: unknown): string;
}
