// The main job in front of your eyes: generates `posts` and its item into a copy of the example app with the packed tool,
// builds and serves the app, calls every method, and prints each request with its answer. Leaves nothing behind.
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { copyApp, inScratch, installApp, packTool, runTool, buildApp, startApp } =
  await import("./next-app.mjs");
const { default: path } = await import("node:path");
const { default: fs } = await import("fs-extra");

await inScratch(async (scratch) => {
  const app = path.join(scratch, "app");
  console.log("Packing the tool and installing the example app with it …");
  const tarball = await packTool(scratch);
  await copyApp("example", app);
  await installApp(app, tarball);

  console.log("\n$ npx create-api-route posts --crud\n");
  const made = await runTool(app, ["posts", "--crud"]);
  process.stdout.write(made.stdout);
  process.stderr.write(made.stderr);
  if (made.code !== 0) throw new Error(`The tool ended with ${String(made.code)}.`);

  console.log("\n--- app/api/posts/route.ts\n");
  console.log(await fs.readFile(path.join(app, "app/api/posts/route.ts"), "utf8"));

  console.log("$ npx next build && npx next start\n");
  const built = await buildApp(app);
  if (built.code !== 0) throw new Error(`next build failed:\n${built.stdout}${built.stderr}`);
  const server = await startApp(app);
  try {
    await callEverything(server.url);
  } finally {
    await server.stop();
  }
});
console.log("\nDone. The server is stopped and the scratch folder is gone.");

/** @param {string} url */
async function callEverything(url) {
  const json = { "Content-Type": "application/json" };
  const created = await call(url, "POST", "/api/posts", { headers: json, body: '{"title":"Hello"}' });
  const item = created.headers.get("location") ?? "";
  await call(url, "POST", "/api/posts", { headers: json, body: '{"title":' });
  await call(url, "POST", "/api/posts", { headers: json, body: '{"title":""}' });
  await call(url, "GET", "/api/posts");
  await call(url, "HEAD", "/api/posts");
  await call(url, "OPTIONS", "/api/posts");
  await call(url, "PUT", "/api/posts");
  await call(url, "GET", item);
  await call(url, "PATCH", item, { headers: json, body: '{"title":"Changed"}' });
  await call(url, "POST", item);
  await call(url, "DELETE", item);
  await call(url, "GET", item);
}

/**
 * @param {string} url
 * @param {string} method
 * @param {string} place
 * @param {{ headers?: Record<string, string>, body?: string }} [init]
 */
async function call(url, method, place, init = {}) {
  const response = await fetch(`${url}${place}`, { method, ...init });
  const text = await response.text();
  const notes = ["allow", "location"].flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [`${name}: ${value}`];
  });
  console.log(`${method.padEnd(7)} ${place}${init.body === undefined ? "" : `  ${init.body}`}`);
  console.log(
    `        ${[String(response.status), ...notes, text].filter((part) => part !== "").join("  ")}`,
  );
  return response;
}
