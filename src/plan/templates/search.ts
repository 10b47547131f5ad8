import type { Template } from "../roles.js";
import { basicHandlers, headPage } from "./basic.js";

export const search: Template = {
  roleOf: (_kind, methods) => ({
    route: "search/route.ts",
    data: { template: "search/data.ts", searches: true },
    id: "none",
    variables: [
      "query",
      "page",
      "requestId",
      "headers",
      "text",
      "found",
      "start",
      "isMatch",
      "maxLimit",
      "wholeNumber",
    ],
    handlers: {
      ...basicHandlers,
      ...(methods.includes("GET") ? { HEAD: headPage } : {}),
      GET: {
        partial: "search/handlers/find",
        calls: ["search", "parseQuery"],
        readsRequest: true,
        params: "scope",
        logs: true,
      },
    },
  }),
};
