// An app of some size, and the routes of a run: what the measurements are taken in.
import path from "node:path";
import fs from "fs-extra";

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

/**
 * Makes an app with so many route files.
 *
 * @param {string} app
 * @param {number} size
 */
export async function fillApp(app, size) {
  await fs.outputJson(path.join(app, "package.json"), { dependencies: { next: "16" } });
  await fs.outputJson(path.join(app, "node_modules/next/package.json"), { version: "16.4.5" });
  await fs.ensureDir(path.join(app, "app/api"));
  for (let index = 0; index < size; index += 1) {
    const area = `area-${String(index % 25)}`;
    const item = index % 3 === 0 ? "/[id]" : "";
    await fs.outputFile(path.join(app, `app/api/${area}/thing-${String(index)}${item}/route.ts`), handlers);
  }
}

/** What `create-api-route posts` makes. */
export const madeForPosts = ["app/api/posts/route.ts", "app/api/posts/data.ts"];

/**
 * A file for `--from` with so many routes in it: collections, in folders of a hundred.
 *
 * @param {string} app
 * @param {number} size
 * @returns {Promise<string>} its name
 */
export async function writeRoutes(app, size) {
  const routes = Array.from(
    { length: size },
    (_, index) => `shelf-${String(Math.floor(index / 100))}/books-${letters(index)}`,
  );
  await fs.outputFile(
    path.join(app, "routes.yaml"),
    `routes:\n${routes.map((route) => `  - ${route}\n`).join("")}`,
  );
  return "routes.yaml";
}

/** A number in letters: names with digits in them would not be the usual ones. @param {number} index */
function letters(index) {
  return String(index).replace(/\d/g, (digit) => "abcdefghij".charAt(Number(digit)));
}

/**
 * A program that writes the same bytes with plain `fs` as stand in an app now, below `app/api`, and reads nothing else.
 *
 * @param {string} app
 * @param {readonly string[]} files relative to the app
 * @param {string} name the program's
 */
export async function writeFloor(app, files, name) {
  const texts = await Promise.all(files.map((file) => fs.readFile(path.join(app, file), "utf8")));
  const folders = [...new Set(files.map((file) => path.posix.dirname(file)))];
  await fs.writeFile(
    path.join(app, name),
    [
      'const fs = require("node:fs");',
      `for (const folder of ${JSON.stringify(folders)}) fs.mkdirSync(folder, { recursive: true });`,
      `for (const [file, text] of ${JSON.stringify(files.map((file, index) => [file, texts[index]]))}) fs.writeFileSync(file, text);`,
      "",
    ].join("\n"),
  );
}
