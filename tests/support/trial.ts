import type { Trial } from "../../src/plan/trial.js";

/** For tests that do not look at it. */
export const trial: Trial = { method: "GET", sends: "nothing", body: "", header: undefined };
