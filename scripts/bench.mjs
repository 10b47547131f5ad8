// How much of a run is the tool, and how much is Node itself, in apps of different sizes. Ratios are taken pair by pair in
// one run; their median and quartiles are printed. Nothing here is a test: the machine's load decides on the absolute times.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { default: fs } = await import("fs-extra");
const { inScratch, repository } = await import("./next-app.mjs");
const { runOrFail } = await import("./run.mjs");

const pairs = Number(process.argv[2] ?? 40);
/** How many route files the apps have already. */
const sizes = [0, 100, 1000];
const made = ["app/api/posts/route.ts", "app/api/posts/data.ts"];
const bin = path.join(repository, "bin/create-api-route.cjs");

/** What the route files there have in them: a file of the usual length, in habits that are not the built-in ones. */
const handlers = `import { NextRequest, NextResponse } from 'next/server'
import { auth } from '@/lib/auth'
import { db } from '@/lib/db'

export async function GET(req: NextRequest) {
  const session = await auth()
  if (!session?.user) {
    return NextResponse.json({ message: 'Unauthorized' }, { status: 401 })
  }

  const limit = Number(req.nextUrl.searchParams.get('limit') ?? '20')
  if (!Number.isInteger(limit) || limit < 1) {
    return NextResponse.json({ message: 'Invalid limit' }, { status: 400 })
  }
  try {
    return NextResponse.json(await db.things.list({ owner: session.user.id, limit }))
  } catch (error) {
    console.error('things failed', error)
    return NextResponse.json({ message: 'Internal server error' }, { status: 500 })
  }
}

export async function POST(req: NextRequest) {
  const session = await auth()
  if (!session?.user) {
    return NextResponse.json({ message: 'Unauthorized' }, { status: 401 })
  }

  const body: unknown = await req.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || !('name' in body)) {
    return NextResponse.json({ message: 'Invalid thing' }, { status: 400 })
  }
  try {
    const thing = await db.things.create({ owner: session.user.id, name: String(body.name) })
    return NextResponse.json(thing, { status: 201 })
  } catch (error) {
    console.error('things failed', error)
    return NextResponse.json({ message: 'Internal server error' }, { status: 500 })
  }
}
`;

await runOrFail(process.execPath, [path.join(repository, "scripts/build.mjs")], { cwd: repository });
await inScratch(async (scratch) => {
  console.log(
    `create-api-route posts, whole process, against node writing the same bytes (${String(pairs)} pairs for each app)`,
  );
  const apps = await Promise.all(
    sizes.map((size) => makeApp(path.join(scratch, `app of ${String(size)}`), size)),
  );
  /** @type {Map<string, { base: number, tool: number }[]>} */
  const times = new Map(apps.map((app) => [app, []]));
  // The apps take turns, so that a slow minute of the machine is shared by all; the first pairs warm the disk's cache.
  for (let pair = 0; pair < pairs + 3; pair += 1) {
    for (const app of apps) {
      const [base = 1, tool = 1] = [["floor.cjs"], [bin, "posts"]].map((args) => {
        fs.removeSync(path.join(app, "app/api/posts"));
        return spawnOrFail(args, app);
      });
      if (pair >= 3) times.get(app)?.push({ base, tool });
    }
  }
  for (const [index, app] of apps.entries()) {
    const taken = times.get(app) ?? [];
    const ratios = taken.map(({ base, tool }) => tool / base).sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      (ratios[Math.floor(share * (ratios.length - 1))] ?? 0).toFixed(2);
    console.log(
      [
        `  ${String(sizes[index]).padStart(5)} route files: median ${at(0.5)}, quartiles ${at(0.25)} to ${at(0.75)}`,
        `tool ${middle(taken.map(({ tool }) => tool))} ms, node ${middle(taken.map(({ base }) => base))} ms`,
      ].join("; "),
    );
  }
});

/**
 * An app with so many route files, and beside it the floor: a bare node that makes the same folders and writes the same
 * bytes as the tool does there.
 *
 * @param {string} app
 * @param {number} size
 * @returns {Promise<string>} its folder
 */
async function makeApp(app, size) {
  await fs.outputJson(path.join(app, "package.json"), { dependencies: { next: "16" } });
  await fs.outputJson(path.join(app, "node_modules/next/package.json"), { version: "16.4.5" });
  await fs.ensureDir(path.join(app, "app/api"));
  for (let index = 0; index < size; index += 1) {
    const area = `area-${String(index % 25)}`;
    const item = index % 3 === 0 ? "/[id]" : "";
    await fs.outputFile(path.join(app, `app/api/${area}/thing-${String(index)}${item}/route.ts`), handlers);
  }
  spawnOrFail([bin, "posts"], app);
  const texts = await Promise.all(made.map((file) => fs.readFile(path.join(app, file), "utf8")));
  await fs.writeFile(
    path.join(app, "floor.cjs"),
    `const fs = require("node:fs");\nfs.mkdirSync("app/api/posts", { recursive: true });\n${made
      .map((file, index) => `fs.writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(texts[index])});`)
      .join("\n")}\n`,
  );
  return app;
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {number} milliseconds
 */
function spawnOrFail(args, cwd) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, XDG_STATE_HOME: path.join(cwd, "state") },
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr.toString()}`);
  return milliseconds;
}

/** @param {number[]} values */
function middle(values) {
  return (values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
}
