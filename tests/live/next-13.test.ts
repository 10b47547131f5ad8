import { liveSuite } from "./live-suite.js";

liveSuite({
  name: "Next.js 13",
  app: "next-13",
  buildConfig: "export default { outputFileTracing: false };\n",
});
