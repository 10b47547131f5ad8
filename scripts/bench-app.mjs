// What the measurements share: an app of some size, and the time that a process takes.
import { spawnSync } from "node:child_process";
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

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {number} milliseconds
 */
export function spawnOrFail(args, cwd) {
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
export function middle(values) {
  return (values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
}
