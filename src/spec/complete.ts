import type { Prompter } from "./questions.js";
import { routeQuestions, type AskedApp } from "./route-questions.js";
import type { RouteRequest } from "./route-request.js";

/**
 * Asks for what the request leaves open, one question after the other; a question whose answer makes the request wrong is
 * asked again.
 *
 * @param earlier what was answered before, if it is asked once more.
 * @throws RunError `CANCELLED`.
 */
export async function complete(
  request: RouteRequest,
  app: AskedApp,
  prompter: Prompter,
  earlier?: RouteRequest,
): Promise<RouteRequest> {
  let draft = request;
  for (const { isOpen, ask } of routeQuestions) {
    if (!isOpen(request, draft)) continue;
    let last = earlier;
    for (;;) {
      const answered = { ...draft, ...(await ask(draft, last, app, prompter)) };
      const problems = app.problemsOf(answered);
      if (problems.length === 0) {
        draft = answered;
        break;
      }
      prompter.tell(app.told(problems));
      last = answered;
    }
  }
  return draft;
}
