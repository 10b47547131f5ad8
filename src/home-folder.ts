import { homedir } from "node:os";

/**
 * The user's home, as `os.homedir` answers it: `node:os` is loaded only where the environment does not name it, which is where that
 * looks first. Source: libuv, uv_os_homedir.
 *
 * @throws the error of the system where there is none.
 */
export function homeFolder(): string {
  return process.env[process.platform === "win32" ? "USERPROFILE" : "HOME"] ?? homedir();
}
