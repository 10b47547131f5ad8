import path from "node:path";
import fs from "fs-extra";
import { copyApp, installedApp, repository } from "../../scripts/next-app.mjs";

const apps = "stack";

/** The folders of tests/apps/stack: each is an app with one provider, and with nothing besides that would be found. */
export function stackApps(): string[] {
  const manifest = path.join(repository, "tests/apps", apps, "package.json");
  return (fs.readJsonSync(manifest) as { workspaces: string[] }).workspaces;
}

/** Those that have one of these: `clerk`, and `clerk-6` for a major that is not the last one. */
export function appsOf(providers: readonly string[]): string[] {
  return stackApps()
    .filter((folder) => providers.includes(providerOf(folder)))
    .sort();
}

/** The name of the provider that an app of tests/apps/stack has. */
export const providerOf = (folder: string): string => folder.replace(/-\d+$/, "");

/**
 * A copy of such an app below the folder in which the packages of all are installed once. That folder has the lock file,
 * so Next.js takes it for the root and finds the packages.
 */
export async function stackApp(name: string): Promise<string> {
  const packages = await installedApp(apps);
  await renew(
    path.join(packages, "tsconfig.json"),
    path.join(repository, "tests/apps", apps, "tsconfig.json"),
  );
  const app = await fs.mkdtemp(path.join(packages, `${name}-`));
  await copyApp(`${apps}/${name}`, app);
  // What it has in another version than the others.
  const own = path.join(packages, name, "node_modules");
  if (await fs.pathExists(own)) await fs.copy(own, path.join(app, "node_modules"));
  return app;
}

/** What all of them extend may have changed since they were installed. Else nobody may see it half written. */
async function renew(file: string, source: string): Promise<void> {
  const text = await fs.readFile(source, "utf8");
  if ((await fs.readFile(file, "utf8")) !== text) await fs.writeFile(file, text);
}

interface Manifest {
  readonly dependencies: object;
  readonly devDependencies: object;
}

/** Puts another of those apps into one: its files, and the packages that it has. */
export async function addStackApp(app: string, name: string): Promise<void> {
  const manifest = path.join(app, "package.json");
  const own = (await fs.readJson(manifest)) as Manifest;
  await copyApp(`${apps}/${name}`, app);
  const added = (await fs.readJson(manifest)) as Manifest;
  await fs.writeJson(manifest, {
    ...own,
    dependencies: { ...added.dependencies, ...own.dependencies },
    devDependencies: { ...added.devDependencies, ...own.devDependencies },
  });
}
