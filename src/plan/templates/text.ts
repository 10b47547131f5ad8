import type { HandlerParts, Template } from "../roles.js";
import { basicHandlers } from "./basic.js";

const echo: HandlerParts = {
  partial: "text/handlers/echo",
  readsRequest: true,
  readsText: "text",
  awaits: true,
  logs: true,
};

export const text: Template = {
  roleOf: () => ({
    route: "text/route.ts",
    id: "none",
    variables: ["text"],
    handlers: {
      ...basicHandlers,
      GET: { partial: "text/handlers/answer", params: "all" },
      HEAD: { partial: "text/handlers/head" },
      POST: echo,
      PUT: echo,
      PATCH: echo,
    },
  }),
};
