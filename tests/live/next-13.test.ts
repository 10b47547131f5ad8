import { liveSuite } from "./live-suite.js";

liveSuite({
  name: "Next.js 13",
  app: "next-13",
  buildOptions: "outputFileTracing: false",
});
