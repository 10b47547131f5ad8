// The generators that people have now: how each makes one route or one controller, without a network.
import path from "node:path";
import fs from "fs-extra";

const route = `export async function GET() {
  return Response.json([]);
}
`;

/**
 * @typedef {{
 *   name: string,
 *   version: string,
 *   beside?: readonly string[],
 *   bin: string,
 *   args: readonly string[],
 *   makes: string,
 *   prepare: (folder: string) => Promise<void>,
 * }} Neighbour its package, what has to be installed beside it, the command, the file that this makes, and what it needs before
 *
 * @type {readonly Neighbour[]}
 */
export const neighbours = [
  {
    name: "hygen",
    version: "6.2.11",
    bin: "node_modules/hygen/dist/bin.js",
    args: ["route", "new", "--name", "posts"],
    makes: "app/api/posts/route.ts",
    prepare: (folder) =>
      fs.outputFile(
        path.join(folder, "_templates/route/new/route.ejs.t"),
        `---\nto: app/api/<%= name %>/route.ts\n---\n${route}`,
      ),
  },
  {
    name: "plop",
    version: "4.0.5",
    bin: "node_modules/plop/bin/plop.js",
    args: ["route", "posts"],
    makes: "app/api/posts/route.ts",
    prepare: (folder) =>
      fs.writeFile(
        path.join(folder, "plopfile.mjs"),
        `export default (plop) => plop.setGenerator("route", {
  description: "a route",
  prompts: [{ type: "input", name: "name", message: "name" }],
  actions: [{ type: "add", path: "app/api/{{name}}/route.ts", template: ${JSON.stringify(route)} }],
});
`,
      ),
  },
  {
    name: "nuxi",
    version: "3.37.0",
    beside: ["nuxt"],
    bin: "node_modules/nuxi/bin/nuxi.mjs",
    args: ["add", "api", "posts"],
    makes: "server/api/posts.ts",
    prepare: (folder) => fs.writeFile(path.join(folder, "nuxt.config.ts"), "export default {};\n"),
  },
  {
    name: "@nestjs/cli",
    version: "12.0.8",
    bin: "node_modules/@nestjs/cli/bin/nest.js",
    args: ["generate", "controller", "posts", "--no-spec"],
    makes: "src/posts/posts.controller.ts",
    prepare: async (folder) => {
      await fs.writeJson(path.join(folder, "nest-cli.json"), {
        collection: "@nestjs/schematics",
        sourceRoot: "src",
      });
      await fs.outputFile(
        path.join(folder, "src/app.module.ts"),
        'import { Module } from "@nestjs/common";\n\n@Module({ controllers: [] })\nexport class AppModule {}\n',
      );
    },
  },
  {
    name: "shadcn",
    version: "4.23.0",
    bin: "node_modules/shadcn/dist/index.js",
    // `add` asks its registry for colors, whatever is added: this is what it does without a network.
    args: ["build"],
    makes: "public/r/route.json",
    prepare: async (folder) => {
      const file = { path: "route.ts", type: "registry:file", target: "app/api/posts/route.ts" };
      await fs.writeJson(path.join(folder, "registry.json"), {
        name: "app",
        homepage: "http://localhost",
        items: [{ name: "route", type: "registry:item", files: [file] }],
      });
      await fs.writeFile(path.join(folder, "route.ts"), route);
    },
  },
];
