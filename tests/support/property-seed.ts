import fc from "fast-check";

// The gate draws the same cases every time, so that it speaks of the change and not of luck. To look further:
// PROPERTY_SEED=7 PROPERTY_RUNS=5000 npx vitest run --project unit
fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 1) });
