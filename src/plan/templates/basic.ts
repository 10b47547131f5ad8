import type { Handlers, HandlerParts, Template } from "../roles.js";

/** HEAD of an answer in JSON, without doing the work for it. */
export const head: HandlerParts = { partial: "basic/handlers/head" };

/** HEAD beside a GET that answers 400 to some queries: HEAD has the status that GET has. Source: RFC 9110, 9.3.2. */
export const headPage: HandlerParts = {
  partial: "resource/handlers/head-page",
  calls: ["parseQuery"],
  readsRequest: true,
};

const echo: HandlerParts = { partial: "basic/handlers/echo", readsJson: "body", params: "all", logs: true };

/** Handlers to start from; other templates take the methods from here that are not their business. */
export const basicHandlers: Handlers = {
  GET: { partial: "basic/handlers/answer", params: "all" },
  HEAD: head,
  POST: echo,
  PUT: echo,
  PATCH: echo,
  DELETE: { partial: "basic/handlers/delete", logs: true },
};

export const basic: Template = {
  roleOf: () => ({ route: "basic/route.ts", id: "none", handlers: basicHandlers }),
};
