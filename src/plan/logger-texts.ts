/**
 * Writes the call that logs what was caught, as the app does it.
 *
 * @param call the habit: the call with `message` and `error` in their places, e.g. `logger.error({ err: error }, message)`.
 * @param what failed, e.g. `GET /api/posts`.
 * @param detail a variable with more to tell, if there is one.
 */
export function loggerText(call: string, what: string, detail?: string): string {
  const isConsole = call.startsWith("console.");
  const sentence = `${what} failed`;
  // The console writes the error behind the sentence. A logger of the app's own takes what it takes, and no more.
  const message = isConsole
    ? [JSON.stringify(`${sentence}:`), ...(detail === undefined ? [] : [detail])].join(", ")
    : detail === undefined
      ? JSON.stringify(sentence)
      : `\`${sentence} (\${${detail}})\``;
  return call.replace(/\bmessage\b/, () => message);
}
