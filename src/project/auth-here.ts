import path from "node:path";
import { authNames, rolesOf, setupOf, type AuthName, type AuthSetup, type SetupFile } from "../spec/auth.js";
import { parsedModule } from "./existing-files.js";
import { foldersIn, textOf } from "./folders.js";
import { exportsOf } from "./module-exports.js";
import {
  isFunction,
  isSet,
  nameOf,
  part,
  parts,
  type ModuleSyntax,
  type SyntaxNode,
} from "../syntax/module-syntax.js";
import { exportOf } from "./access/modules.js";
import { managerOf, usualManager } from "./package-manager.js";
import { packageReader, type PackageHere } from "./packages-here.js";
import { textAt } from "./manifest.js";
import { setupCandidates } from "./setup-file.js";
import { packageEntries, packagesOf } from "./workspace-packages.js";

/** The app's file that sets a provider up. */
export interface SetupModule {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  /** The package of the workspace that it belongs to, by whose name it is imported; undefined for a file of the app's own. */
  readonly package?: string;
  /** Whether the function that it exports has to be waited for. */
  readonly isAsync: boolean;
  /** Whether it gives the id of its user to the session. */
  readonly showsId: boolean;
  /** Whether it shows the roles of its users, where the table says what shows them. */
  readonly showsRoles: boolean;
}

/** What an app has of a provider: all that its guard needs, or what is missing first. */
export type ProviderHere =
  | { readonly isReady: true; readonly module: SetupModule | undefined }
  | Exclude<PackageHere, { isReady: true }>
  | { readonly isReady: false; readonly lacks: "file" }
  /** The file that exports what is needed, in a form that is not known. */
  | { readonly isReady: false; readonly lacks: "form"; readonly has: string };

/** What an app has of the providers that need something of it. */
export interface AuthHere {
  readonly providers: ReadonlyMap<AuthName, ProviderHere>;
  /** What adds a package to it, e.g. `npm install`. */
  readonly add: string;
}

/** An app without any. */
export const noAuthHere: AuthHere = { providers: new Map(), add: usualManager.add };

/**
 * Which auth providers an app has: by its dependencies, those of the workspace among them, and by the file that sets the
 * provider up: its own, or one that a package of the workspace begins with. Reads only, and parses only files that could be
 * such a one.
 *
 * @param root the project root, absolute.
 */
export async function readAuth(root: string): Promise<AuthHere> {
  const packageHere = packageReader(root);
  const providers = new Map<AuthName, ProviderHere>();
  for (const name of authNames) {
    const setup = setupOf(name);
    if (setup) providers.set(name, await providerHere(name, setup, packageHere(setup), root));
  }
  return { providers, add: managerOf(root).add };
}

/** The providers whose guards would work in the app, in the order of the table. */
export function usableProviders({ providers }: AuthHere): AuthName[] {
  return authNames.filter((name) => providers.get(name)?.isReady === true);
}

/** Those of them that the app shows to be its own: what `--auth` alone could stand for. */
export function readyProviders(here: AuthHere): AuthName[] {
  return usableProviders(here).filter((name) => setupOf(name)?.isVague !== true);
}

async function providerHere(
  name: AuthName,
  setup: AuthSetup,
  here: PackageHere,
  root: string,
): Promise<ProviderHere> {
  if (!here.isReady) return (await inPackages(name, setup, root)) ?? here;
  if (!setup.file) return { isReady: true, module: undefined };
  const found = await fileHere(setup.file, rolesOf(name)?.shown?.by, root);
  return found.isReady || found.lacks !== "file"
    ? found
    : ((await ofItsHandler(name, setup.file, root)) ?? found);
}

/**
 * The file that the provider's own handler, `app/api/auth/[...all]/route.ts`, imports: an app that sets it up in another place than the
 * usual ones. Source: Auth.js, "Installation"; Better Auth, "Installation", "Mount Handler".
 */
async function ofItsHandler(
  name: AuthName,
  { exports, mentions }: SetupFile,
  root: string,
): Promise<ProviderHere | undefined> {
  const handlers = ["app/api/auth", "src/app/api/auth"].flatMap((folder) =>
    foldersIn(path.join(root, folder))
      .filter((each) => each.startsWith("[..."))
      .flatMap((each) => setupCandidates([`${folder}/${each}/route`]))
      .filter((file) => textOf(path.join(root, file)) !== undefined),
  );
  if (exports === undefined || handlers.length === 0) return undefined;
  const { moduleReader } = await import("./module-reader.js");
  const modules = await moduleReader(root);
  for (const file of handlers) {
    const handler = modules.read(file);
    if ("why" in handler) continue;
    for (const source of sourcesOf(handler.syntax)) {
      const target = modules.imported(handler, source);
      const found = target && exportOf(exports, target, modules);
      if (!found?.module.text.includes(mentions) || found.module.path.startsWith("..")) continue;
      const { takes, ...known } = setupIn(found.node, found.module.text);
      const { path: has, text } = found.module;
      return takes
        ? { isReady: false, lacks: "form", has }
        : {
            isReady: true,
            module: { ...known, path: has, showsRoles: rolesOf(name)?.shown?.by.test(text) === true },
          };
    }
  }
  return undefined;
}

/** The modules that a module imports, or exports what they have. */
function sourcesOf({ program }: ModuleSyntax): string[] {
  return program.body.flatMap((statement) => nameOf(part(statement, "source")) ?? []);
}

async function fileHere(wanted: SetupFile, roles: RegExp | undefined, root: string): Promise<ProviderHere> {
  const found = [];
  for (const file of setupCandidates(wanted.places)) {
    const text = textOf(path.join(root, file));
    if (text?.includes(wanted.mentions) !== true) continue;
    if (wanted.exports === undefined) return { isReady: true, module: undefined };
    const module = await moduleIn(file, text, wanted.exports);
    if (module) found.push({ ...module, showsRoles: roles?.test(text) === true });
  }
  const known = found.find(({ takes }) => !takes);
  if (known) return { isReady: true, module: known };
  const [other] = found;
  return other ? { isReady: false, lacks: "form", has: other.path } : { isReady: false, lacks: "file" };
}

/** A provider that a package of the workspace has, and sets up where it begins; undefined if none does. */
async function inPackages(name: AuthName, setup: AuthSetup, root: string): Promise<ProviderHere | undefined> {
  const { file } = setup;
  if (file?.isAll !== true || file.exports === undefined) return undefined;
  for (const level of packagesOf(root)) {
    if (!packageReader(level.folder)(setup).isReady) continue;
    const { moduleReader } = await import("./module-reader.js");
    const modules = await moduleReader(root);
    const way = path.relative(root, level.folder).split(path.sep).join("/");
    for (const entry of packageEntries(level)) {
      const begins = modules.read(`${way}/${entry}`);
      const found = "why" in begins ? undefined : exportOf(file.exports, begins, modules);
      if (!found) continue;
      const { takes, ...known } = setupIn(found.node, found.module.text);
      if (takes) continue;
      return {
        isReady: true,
        module: {
          ...known,
          path: found.module.path,
          package: textAt(level.manifest, "name") ?? "",
          showsRoles: rolesOf(name)?.shown?.by.test(found.module.text) === true,
        },
      };
    }
  }
  return undefined;
}

/**
 * A session callback that hands the user's id on; without one the session of Auth.js has none. Source: Auth.js, "Extending
 * the Session".
 */
const handsIdOn =
  /\bsession\.user\.id\s*=|\bsession\b\s*:?\s*(async\s*)?\([^]{0,300}?\buser:\s*\{[^}]*\bid\b/;

async function moduleIn(
  file: string,
  text: string,
  name: string,
): Promise<(Omit<SetupModule, "showsRoles"> & { takes: boolean }) | undefined> {
  const syntax = await parsedModule(file, text);
  const found = "code" in syntax ? undefined : exportsOf(syntax).all.find((each) => each.name === name);
  if (!found) return undefined;
  return { path: file, ...setupIn(found.value, text) };
}

/** What a value shows of the provider that it stands for, in the text of its module. */
function setupIn(
  value: SyntaxNode | undefined,
  text: string,
): Pick<SetupModule, "isAsync" | "showsId"> & { takes: boolean } {
  const own = value && isFunction(value) ? value : undefined;
  return {
    // What is made by a call may be either, and waiting for what is there already does no harm.
    isAsync: !own || isSet(own, "async"),
    showsId: handsIdOn.test(text),
    // One that wants to be handed something cannot be called by a guard that does not know what.
    takes: own !== undefined && parts(own, "params").length > 0,
  };
}
