import { liveSuite } from "./live-suite.js";

// The example app switches them on itself.
liveSuite({ name: "Next.js 16 with cacheComponents", app: "example", hasTypeScript7: true });
