import { liveSuite } from "./live-suite.js";

liveSuite({
  name: "Next.js 15",
  app: "next-15",
  buildOptions:
    'outputFileTracingExcludes: { "**": ["**/*"], "next-server": ["**/*"], "next-minimal-server": ["**/*"] }',
});
