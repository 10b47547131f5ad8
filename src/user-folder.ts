import path from "node:path";

/** A folder that a user has for one kind of data. */
export interface UserFolder {
  /** The variable that names it, as the XDG Base Directory Specification wants it. */
  readonly variable: string;
  /** Where it is on macOS, from the user's home. Source: Apple, File System Programming Guide. */
  readonly mac: string;
  /** Where it is on Linux and others, from there: the default of the variable. */
  readonly usual: string;
}

/** What it depends on. */
export interface UserMachine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home; it may throw where there is none. */
  readonly home: () => string;
}

/**
 * Where a folder of the user is: as its variable says, if that is absolute, else what the system has for it, which on Windows is
 * `%LOCALAPPDATA%` for all kinds (Known Folders).
 *
 * @returns absolute, in the form of the platform; undefined where the user has no home.
 */
export function userFolder(
  { variable, mac, usual }: UserFolder,
  { platform, env, home }: UserMachine,
): string | undefined {
  const isWindows = platform === "win32";
  const paths = isWindows ? path.win32 : path.posix;
  const given = [env[variable], isWindows ? env["LOCALAPPDATA"] : ""].find((folder = "") =>
    paths.isAbsolute(folder),
  );
  if (given !== undefined) return given;
  try {
    const folder = paths.join(home(), platform === "darwin" ? mac : isWindows ? "AppData/Local" : usual);
    // An empty HOME would lead into the folder that the command runs in.
    return paths.isAbsolute(folder) ? folder : undefined;
  } catch {
    // No HOME, and no entry in the list of users.
    return undefined;
  }
}
