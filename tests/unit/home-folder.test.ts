import os from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { homeFolder } from "../../src/home-folder.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("the home is what Node.js says that it is, also where the environment does not name it", () => {
  for (const home of [undefined, path.resolve("/somewhere"), ""]) {
    vi.stubEnv(process.platform === "win32" ? "USERPROFILE" : "HOME", home);
    expect(homeFolder()).toBe(os.homedir());
  }
});
