import { liveSuite } from "./live-suite.js";

liveSuite({
  name: "Next.js 14",
  app: "next-14",
  buildOptions: "outputFileTracing: false",
});
