// How the program is bundled: one file with all that is imported at once, and a file for each part that is loaded late.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const repository = path.join(import.meta.dirname, "..");

/** What the package has of programs, by their sources. */
export const programs = ["src/cli.ts", "src/start/start.ts", "src/check/scratch-keeper.ts"];

/**
 * Bundles a program. All that it imports at once goes into one file; what it imports when it is needed (`await import`), into
 * files of their own, which take what they share with the first one from there.
 *
 * @param {string} entry its source
 * @param {string} folder where the files go, as `<name of the entry>.cjs` and others beside it
 * @returns {Promise<string[]>} the bundled modules, absolute
 */
export async function bundle(entry, folder) {
  const name = path.basename(entry, ".ts");
  const bundler = await rolldown({
    input: { [name]: entry },
    platform: "node",
    transform: { target: "node20.9" },
    treeshake: { propertyReadSideEffects: false },
    preserveEntrySignatures: "allow-extension",
    plugins: [withoutUnused, withBuiltIns, withTemplates(), exportsAtOnce(name)],
  });
  /** @type {Set<string>} */
  const atOnce = new Set();
  const { output } = await bundler.generate({
    format: "cjs",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    minify: true,
    comments: false,
    generatedCode: { symbols: false },
    // V8 asks of a `const` at each use in a function whether it is there yet.
    topLevelVar: true,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        {
          debugName: "imported at once",
          name: (id, graph) => {
            if (atOnce.size === 0) addImported(path.resolve(entry), graph, atOnce);
            return atOnce.has(id) ? name : null;
          },
        },
      ],
    },
  });
  await bundler.close();
  const files = output.filter((file) => file.type === "chunk");
  await mkdir(folder, { recursive: true });
  const runtime = files.find((file) => file.fileName === runtimeFile)?.code;
  for (const { fileName, code } of files) {
    const text = fileName === `${name}.cjs` ? withRuntime(code, runtime) : code;
    await writeFile(path.join(folder, fileName), inAscii(text));
  }
  return files.flatMap(({ moduleIds }) => moduleIds);
}

/** What rolldown adds for modules that are CommonJS, in a file of its own if several files have some. */
const runtimeFile = "rolldown-runtime.cjs";

/**
 * The first file with that in it: every run loads it, and to look for another one and read it takes longer than to run it.
 *
 * @param {string} code
 * @param {string | undefined} runtime
 */
function withRuntime(code, runtime) {
  return code.replace(`require("./${runtimeFile}")`, (call) =>
    runtime === undefined ? call : `(()=>{const exports={};${runtime};return exports})()`,
  );
}

/** A single character outside of ASCII makes V8 keep, and read, two bytes for each of a file. @param {string} code */
function inAscii(code) {
  return code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Adds a module and all that it imports at once.
 *
 * @param {string} id
 * @param {import("rolldown").ChunkingContext} graph
 * @param {Set<string>} found
 */
function addImported(id, graph, found) {
  if (found.has(id)) return;
  found.add(id);
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) addImported(imported, graph, found);
}

/**
 * The first file with all that it exports in one literal: V8 makes a shape of the object for each assignment, and there are hundreds.
 *
 * @param {string} name of the file, without its ending
 * @returns {import("rolldown").Plugin}
 */
function exportsAtOnce(name) {
  return {
    name: "exports-at-once",
    renderChunk(code, { fileName }) {
      if (fileName !== `${name}.cjs`) return null;
      /** @type {string[]} */
      const members = [];
      const assignment = /^exports\.([\w$]+) = (.+);$/gm;
      const rest = code.replace(assignment, (/** @type {string[]} */ ...[, exported = "", local = ""]) => {
        members.push(`${exported}: ${local}`);
        return "";
      });
      if (members.length === 0) return null;
      const literal = `{ ${members.join(", ")} }`;
      // What is exported on for another module is asked for anew each time.
      const hasOthers = /^Object\.defineProperty\(exports,/m.test(rest);
      return `${rest}\n${hasOthers ? `Object.assign(exports, ${literal})` : `module.exports = ${literal}`};\n`;
    },
  };
}

/**
 * The built-in templates as functions: nobody has to wait for EJS to compile what is the same in every run.
 *
 * @returns {import("rolldown").Plugin}
 */
function withTemplates() {
  return {
    name: "with-templates",
    load: {
      filter: { id: /[\\/]render[\\/]built-templates\.ts$/ },
      handler: async () => {
        const folder = path.join(repository, "templates");
        const templateCode = await codeOfTemplates();
        const names = (await readdir(folder, { recursive: true }))
          .filter((name) => name.endsWith(".ejs"))
          .sort();
        const entries = await Promise.all(
          names.map(async (file) => {
            const name = file.replaceAll(path.sep, "/").slice(0, -".ejs".length);
            const code = templateCode(await readFile(path.join(folder, file), "utf8"));
            return `[${JSON.stringify(name)}, (view) => {${code}}]`;
          }),
        );
        return `export const builtTemplates = new Map([${entries.join(",\n")}]);`;
      },
    },
  };
}

/**
 * What writes a template as code, out of the sources: it is them who know EJS.
 *
 * @returns {Promise<(text: string) => string>}
 */
async function codeOfTemplates() {
  const folder = await mkdtemp(path.join(tmpdir(), "create-api-route-build-"));
  try {
    const bundler = await rolldown({
      input: path.join(repository, "src/render/template.ts"),
      platform: "node",
    });
    await bundler.write({ dir: folder, format: "esm", entryFileNames: "template.mjs" });
    await bundler.close();
    const { templateCode } = /** @type {typeof import("../src/render/template.js")} */ (
      await import(pathToFileURL(path.join(folder, "template.mjs")).href)
    );
    return templateCode;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * What commander asks for at once and needs not: what starts programs, which it does only for subcommands that are some, and the module
 * of what is there without it.
 */
const withoutUnused = /** @satisfies {import("rolldown").Plugin} */ ({
  name: "without-unused",
  resolveId: {
    filter: { id: /^node:(child_process|process)$/ },
    handler: (source, importer = "") =>
      importer.includes("/commander/") ? { id: `\0${source}` } : undefined,
  },
  load: {
    filter: { id: /^\0node:(child_process|process)$/ },
    handler: (id) => `module.exports = ${id.endsWith(":process") ? "process" : "{}"};`,
  },
});

/** Modules of Node.js that most runs do without: their functions are there, and the module is loaded when one of them is called. */
const late = new Set(["node:os"]);

/**
 * The modules of Node.js, each as it is. What is imported of them is otherwise looked up on a copy, which is made at every start with
 * all that is in them: of `node:fs` alone, a hundred members.
 */
const withBuiltIns = /** @satisfies {import("rolldown").Plugin} */ ({
  name: "with-built-ins",
  resolveId: {
    // Those that a run needs in any case, and the late ones.
    filter: { id: /^node:(fs|os|path|path\/posix)$/ },
    handler: (source, _importer, { kind }) =>
      kind === "import-statement" ? { id: `\0built-in:${source}`, moduleSideEffects: false } : undefined,
  },
  load: {
    filter: { id: /^\0built-in:/ },
    handler: async (id) => {
      const name = id.slice("\0built-in:".length);
      /** @type {Record<string, unknown>} */
      const loaded = await import(name);
      const members = Object.keys(loaded).filter(
        (member) => member !== "default" && /^[A-Za-z_]\w*$/.test(member),
      );
      // A part of a module is there with it.
      const [module = name, part] = name.split("/");
      const whole = `require(${JSON.stringify(module)})`;
      if (late.has(name)) {
        const functions = members.filter((member) => typeof loaded[member] === "function");
        return functions
          .map((member) => `export const ${member} = (...given) => ${whole}.${member}(...given);`)
          .join("\n");
      }
      const exports = members.map((member) => `export const ${member} = builtIn.${member};`);
      return [
        `const builtIn = ${part === undefined ? whole : `${whole}.${part}`};`,
        "export default builtIn;",
        ...exports,
      ].join("\n");
    },
  },
});
