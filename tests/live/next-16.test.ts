import { liveSuite } from "./live-suite.js";

liveSuite({
  name: "Next.js 16",
  app: "example",
  config: "export default {};\n",
  isTyped: true,
  hasOddForms: true,
});
