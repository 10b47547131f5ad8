import { noFindings, type Findings, type OpenFindings } from "../cache/findings.js";
import type { Handlers } from "./access/handlers.js";
import type { ModuleThere } from "./access/modules.js";
import { moduleFiles, type ModuleFiles } from "./module-files.js";

/** What was found in a route file, and what else that hangs on. */
interface Seen {
  readonly handlers: Handlers;
  readonly looks: readonly Look[];
}

/** An import that was followed, the file that it meant, and the bytes that were found there. */
interface Look {
  readonly from: string;
  readonly source: string;
  readonly file: string | undefined;
  /** SHA-256 of the bytes; undefined where there is no file, or none that parses: then nothing that hangs on it is known again. */
  readonly hash: string | undefined;
}

/**
 * What route files answer. It is known from an earlier run, if neither the file has changed since then, nor any other that was
 * looked into for it, nor which file an import means. What reads the rest is loaded only where there is a rest.
 *
 * @param routes relative to the root, with `/`.
 * @param kept under which name it is left to the next run, and of how many files: of these, where nothing is said.
 */
export async function readHandlers(
  root: string,
  routes: readonly string[],
  openFindings: OpenFindings = noFindings,
  kept: { readonly subject: string; readonly most: number } = { subject: "handlers", most: routes.length },
): Promise<ReadonlyMap<string, Handlers>> {
  const files = moduleFiles(root);
  const findings = openFindings<Seen>(root, kept.subject, kept.most);
  const isAsBefore = lookingAgain(files);
  const handlers = new Map<string, Handlers>();
  let read: ((route: string) => Handlers) | undefined;
  for (const route of routes) {
    const bytes = files.read(route);
    const seen = "why" in bytes ? undefined : findings.known(route, bytes);
    if (seen && (await isAsBefore(seen.looks))) handlers.set(route, seen.handlers);
    else {
      read ??= await handlersReader(root, files, findings);
      handlers.set(route, read(route));
    }
  }
  findings.keep();
  return handlers;
}

/** Whether each import means the same file as before, and each file has the same bytes. */
function lookingAgain(files: ModuleFiles): (looks: readonly Look[]) => Promise<boolean> {
  const hashes = new Map<string, string | undefined>();
  const hashAt = async (file: string): Promise<string | undefined> => {
    if (!hashes.has(file)) {
      const bytes = files.read(file);
      hashes.set(file, "why" in bytes ? undefined : (await import("./content-hash.js")).contentHash(bytes));
    }
    return hashes.get(file);
  };
  return async (looks) => {
    for (const { from, source, file, hash } of looks) {
      if (files.imported(from, source) !== file) return false;
      if (file !== undefined && (hash === undefined || (await hashAt(file)) !== hash)) return false;
    }
    return true;
  };
}

/** Reads route files, and leaves to the next run what it finds in them. Loads the parser. */
async function handlersReader(
  root: string,
  files: ModuleFiles,
  findings: Findings<Seen>,
): Promise<(route: string) => Handlers> {
  const { moduleReader } = await import("./module-reader.js");
  const { handlersOf } = await import("./access/handlers.js");
  const { contentHash } = await import("./content-hash.js");
  const modules = await moduleReader(root, files);
  const hashes = new Map<ModuleThere, string>();
  const hashIn = (module: ModuleThere): string => {
    const hash = hashes.get(module) ?? contentHash(Buffer.from(module.text));
    hashes.set(module, hash);
    return hash;
  };
  return (route) => {
    const module = modules.read(route);
    if ("why" in module) return { handlers: [], refused: [], unread: module.why };
    const looks = new Map<string, Look>();
    const handlers = handlersOf(module, {
      imported: (from, source) => {
        const target = modules.imported(from, source);
        looks.set(`${from.path}\n${source}`, {
          from: from.path,
          source,
          file: files.imported(from.path, source),
          hash: target && hashIn(target),
        });
        return target;
      },
    });
    findings.add(route, Buffer.from(module.text), { handlers, looks: [...looks.values()] });
    return handlers;
  };
}
