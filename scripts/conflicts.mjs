// Which trees Next.js refuses, and when: every case is built with every supported version, and where the build says
// nothing the app is started and asked. Writes docs/conflicts.json, which the tests hold the rules to, and
// docs/conflicts.md for people. `npm run conflicts` takes the better part of an hour; `npm run conflicts -- next-15 names`
// runs a part and keeps the rest.
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { default: fs } = await import("fs-extra");
const { conflictCases, plainApp } = await import("./conflict-cases.mjs");
const { conflictTable } = await import("./conflict-table.mjs");
const { inHouseStyle } = await import("./house-style.mjs");
const { buildApp, inScratch, installedApp, repository, startApp } = await import("./next-app.mjs");

/** @typedef {import("./conflict-cases.mjs").ConflictCase} ConflictCase */
/** @typedef {import("./conflict-table.mjs").Seen} Seen */

/** The apps below tests/apps whose Next.js is taken. */
const apps = ["next-15", "example", "next-14", "next-13"];

const asked = process.argv.slice(2);
const wanted = (/** @type {string} */ name, /** @type {readonly string[]} */ all) =>
  !asked.some((word) => all.includes(word)) || asked.includes(name);
const names = conflictCases.map(({ name }) => name);
const unknown = asked.filter((word) => ![...apps, ...names].includes(word));
if (unknown.length > 0) throw new Error(`Neither an app nor a case: ${unknown.join(", ")}.`);

const results = path.join(repository, "docs", "conflicts.json");
for (const app of apps.filter((name) => wanted(name, apps))) {
  const installed = await installedApp(app);
  await inScratch(async (scratch) => {
    await fs.copy(path.join(installed, "node_modules"), path.join(scratch, "node_modules"));
    /** @type {{ version: string }} */
    const { version } = await fs.readJson(path.join(scratch, "node_modules/next/package.json"));
    for (const each of conflictCases.filter(({ name }) => wanted(name, names))) {
      await writeCase(scratch, each);
      const seen = await look(scratch, each);
      console.log(`${version} ${each.name}: ${JSON.stringify(seen)}`);
      await keep(each.name, version, seen);
    }
  });
}

/**
 * Replaces what is in an app, but for its packages.
 *
 * @param {string} app
 * @param {ConflictCase} wantedCase
 */
async function writeCase(app, { files, links }) {
  for (const name of await fs.readdir(app)) {
    if (name !== "node_modules") await fs.remove(path.join(app, name));
  }
  await fs.writeJson(path.join(app, "package.json"), { name: "conflict", private: true });
  // Neither lint nor types are what is looked at.
  await fs.writeFile(
    path.join(app, "next.config.js"),
    `module.exports = { typescript: { ignoreBuildErrors: true } };\n`,
  );
  await fs.writeJson(path.join(app, "tsconfig.json"), {
    compilerOptions: { jsx: "preserve", module: "esnext", moduleResolution: "node", noEmit: true },
  });
  for (const file of [...plainApp, ...files]) await fs.outputFile(path.join(app, file), textOf(file));
  for (const [place, target] of Object.entries(links ?? {}))
    await fs.symlink(target, path.join(app, place), "dir");
}

/**
 * A file that answers with its own name.
 *
 * @param {string} file
 */
function textOf(file) {
  const answer = JSON.stringify(`file:${file}.`);
  const name = path.posix.basename(file);
  if (name === "layout.tsx") {
    return `export default function Layout({ children }: any) { return <html><body>{children}</body></html>; }\n`;
  }
  if (name.startsWith("route.")) {
    return `export const dynamic = "force-dynamic";\nexport function GET() { return new Response(${answer}); }\n`;
  }
  if (name.startsWith("sitemap.")) {
    return `export default function sitemap() { return [{ url: ${answer} }]; }\n`;
  }
  if (name.startsWith("opengraph-image.")) {
    return `export default function Image() { return new Response(${answer}); }\n`;
  }
  if (name === "_app.tsx") {
    return `export default function App({ Component, pageProps }: any) { return <Component {...pageProps} />; }\n`;
  }
  if (/(^|\/)pages\/api\//.test(file)) {
    return `export default function handler(_request: any, response: any) { response.send(${answer}); }\n`;
  }
  return name.endsWith(".tsx")
    ? `export default function Page() { return <p>{${answer}}</p>; }\n`
    : `file:${file}.\n`;
}

/**
 * Builds a case and, if that says nothing, asks the app.
 *
 * @param {string} app
 * @param {ConflictCase} wantedCase
 * @returns {Promise<Seen>}
 */
async function look(app, { files, ask }) {
  const built = await buildApp(app);
  if (built.code !== 0) return { outcome: "build-fails", said: complaint(built.stdout + built.stderr) };
  let server;
  try {
    server = await startApp(app);
  } catch (error) {
    return { outcome: "start-fails", said: complaint(String(error)) };
  }
  try {
    const ok = await answerOf(server.url, "/api/ok", plainApp);
    /** @type {Record<string, string | number>} */
    const answers = {};
    for (const url of ask) answers[url] = await answerOf(server.url, url, files);
    if (ok !== "app/api/ok/route.ts") {
      const said = complaint(server.log());
      return { outcome: "requests-fail", said, answers: { "/api/ok": ok, ...answers } };
    }
    const served = files.every((file) => Object.values(answers).includes(file));
    return { outcome: served ? "works" : "not-served", answers };
  } finally {
    await server.stop();
  }
}

/**
 * The file that answered, else the status.
 *
 * @param {string} base
 * @param {string} url
 * @param {readonly string[]} files
 */
async function answerOf(base, url, files) {
  try {
    const answer = await fetch(base + url, { signal: AbortSignal.timeout(10_000) });
    const text = await answer.text();
    return files.find((file) => text.includes(`file:${file}.`)) ?? answer.status;
  } catch (error) {
    return error instanceof Error ? error.name : "no answer";
  }
}

/**
 * The lines that say what is wrong, short.
 *
 * @param {string} log
 */
function complaint(log) {
  const lines = log
    .split("\n")
    .map((line) => line.replace(/^[\s>⨯⚠-]+|\s+$/g, ""))
    .filter((line) => line !== "" && !/^(at |\[?telemetry|info|warn)/i.test(line));
  const telling =
    /cannot|can't|must be|conflict|ambiguous|both match|not yet supported|only differs|same folder|optional catch-all|should be under/i;
  const found = lines.filter((line) => telling.test(line));
  const first = found.find((line) => !/^Failed to compile|^Build error/i.test(line));
  return (first ?? lines.slice(-6).join(" ")).slice(0, 240);
}

/**
 * @param {string} name
 * @param {string} version
 * @param {Seen} seen
 */
async function keep(name, version, seen) {
  /** @type {Record<string, Record<string, Seen>>} */
  const kept = await fs.readJson(results).catch(() => ({}));
  /** @type {Record<string, Record<string, Seen>>} */
  const next = {};
  for (const each of names) {
    const old = kept[each] ?? {};
    // One result for each minor version: the newest patch that was looked at.
    const minor = version.split(".").slice(0, 2).join(".");
    const all = each === name ? { ...old, [minor]: seen } : old;
    const order = Object.entries(all).sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
    if (order.length > 0) next[each] = Object.fromEntries(order);
  }
  await fs.outputJson(results, next, { spaces: 2 });
  const table = path.join(repository, "docs", "conflicts.md");
  await fs.writeFile(table, await inHouseStyle(table, conflictTable(next)));
}
