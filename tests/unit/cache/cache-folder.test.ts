import { afterEach, expect, test, vi } from "vitest";
import { cacheFolder } from "../../../src/cache/cache-folder.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

function given(env: Record<string, string | undefined>): void {
  for (const name of ["XDG_CACHE_HOME", "NODE_DISABLE_COMPILE_CACHE", "HOME", "USERPROFILE", "LOCALAPPDATA"])
    vi.stubEnv(name, env[name]);
}

const isWindows = process.platform === "win32";

test.skipIf(isWindows || process.platform === "darwin").each([
  [{ HOME: "/home/me" }, "/home/me/.cache/create-api-route"],
  [{ HOME: "/home/me", XDG_CACHE_HOME: "/fast" }, "/fast/create-api-route"],
  [{ HOME: "/home/me", XDG_CACHE_HOME: "relative" }, "/home/me/.cache/create-api-route"],
  [{ HOME: "" }, undefined],
  [{ HOME: "", XDG_CACHE_HOME: "/fast" }, "/fast/create-api-route"],
  [{ HOME: "/home/me", NODE_DISABLE_COMPILE_CACHE: "1" }, undefined],
])("with %j it is %s", (env, folder) => {
  given(env);
  expect(cacheFolder()).toBe(folder);
});
