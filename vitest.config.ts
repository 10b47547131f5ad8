import { defineConfig } from "vitest/config";

const minutes = 60_000;

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"], testTimeout: 1 * minutes } },
      { test: { name: "golden", include: ["tests/golden/*.test.ts"], testTimeout: 3 * minutes } },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 5 * minutes,
          hookTimeout: 10 * minutes,
          // One app at a time: a build takes all the cores there are.
          fileParallelism: false,
        },
      },
    ],
  },
});
