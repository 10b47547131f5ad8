import type { HandlerParts, Template } from "../roles.js";
import { basicHandlers } from "./basic.js";

const receive: HandlerParts = {
  partial: "form/handlers/receive",
  readsRequest: true,
  readsText: "form",
  awaits: true,
  params: "all",
  before: "form/limit",
  after: "form/read-form",
  logs: true,
};

export const form: Template = {
  roleOf: () => ({
    route: "form/route.ts",
    id: "none",
    variables: ["form", "name", "file", "maxBytes", "readForm"],
    handlers: { ...basicHandlers, POST: { ...receive, status: 201 }, PUT: receive, PATCH: receive },
  }),
};
