import { noFindings, type Findings, type OpenFindings } from "../cache/findings.js";
import type { Handlers } from "./access/handlers.js";
import { moduleFiles, type ModuleFiles } from "./module-files.js";

/** What was found in a route file, and what else that hangs on. Of a module that was looked into, nothing but its text counts. */
interface Seen {
  readonly handlers?: Handlers;
  readonly looks?: readonly Look[];
}

/** An import that was followed, and the file that it meant. */
interface Look {
  readonly from: string;
  readonly source: string;
  readonly file: string | undefined;
}

/**
 * What route files answer. It is known from an earlier run, if neither the file has changed since then, nor any other that was
 * looked into for it, nor which file an import means. What reads the rest is loaded only where there is a rest.
 *
 * @param routes relative to the root, with `/`.
 */
export async function readHandlers(
  root: string,
  routes: readonly string[],
  openFindings: OpenFindings = noFindings,
): Promise<ReadonlyMap<string, Handlers>> {
  const files = moduleFiles(root);
  const findings = openFindings<Seen>(root, "handlers", routes.length * 2);
  const known = knownHandlers(files, findings);
  const handlers = new Map<string, Handlers>();
  let read: ((route: string) => Handlers) | undefined;
  for (const route of routes) {
    const found = known(route);
    if (found) handlers.set(route, found);
    else {
      read ??= await handlersReader(root, files, findings);
      handlers.set(route, read(route));
    }
  }
  findings.keep();
  return handlers;
}

/** What an earlier run found in a route file, where it holds still. */
function knownHandlers(
  files: ModuleFiles,
  findings: Findings<Seen>,
): (route: string) => Handlers | undefined {
  const seenIn = (file: string): Seen | undefined => {
    const bytes = files.read(file);
    return "why" in bytes ? undefined : findings.known(file, bytes);
  };
  const same = new Map<string, boolean>();
  const isSame = (file: string): boolean => {
    const is = same.get(file) ?? seenIn(file) !== undefined;
    same.set(file, is);
    return is;
  };
  const isAsBefore = ({ from, source, file }: Look): boolean =>
    files.imported(from, source) === file && (file === undefined || isSame(file));
  return (route) => {
    const { handlers, looks = [] } = seenIn(route) ?? {};
    return looks.every(isAsBefore) ? handlers : undefined;
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
  const modules = await moduleReader(root, files);
  const lookedInto = new Set<string>();
  return (route) => {
    const module = modules.read(route);
    if ("why" in module) return { handlers: [], refused: [], unread: module.why };
    const looks = new Map<string, Look>();
    const handlers = handlersOf(module, {
      imported: (from, source) => {
        const file = files.imported(from.path, source);
        looks.set(`${from.path}\n${source}`, { from: from.path, source, file });
        const target = modules.imported(from, source);
        if (target && !lookedInto.has(target.path)) {
          lookedInto.add(target.path);
          // A route file that another one looks into has more that is known of it.
          const bytes = Buffer.from(target.text);
          if (!findings.known(target.path, bytes)) findings.add(target.path, bytes, {});
        }
        return target;
      },
    });
    findings.add(route, Buffer.from(module.text), { handlers, looks: [...looks.values()] });
    return handlers;
  };
}
