import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { errorCodes } from "../../src/errors.js";
import type { OptionRow } from "../../src/option-row.js";
import { allOptions, commandOptions, createOptions, helpOf, routeFields } from "../../src/options.js";
import { dataTable } from "../../src/spec/data-sources.js";
import { fieldTypeNames, fieldTypes } from "../../src/spec/fields.js";
import { habitNames, habitTable } from "../../src/spec/habits.js";
import { jsonKinds } from "../../src/spec/json-kinds.js";
import { shellTable } from "../../src/spec/shells.js";
import { settingNames } from "../../src/spec/settings.js";
import { runnerTable, type RunnerName } from "../../src/spec/tests.js";
import { authTable } from "../../src/spec/auth.js";
import { publishedSchema, schemaNames, schemaUrl } from "../../src/schemas/published.js";
import { builtInTemplates } from "../../src/spec/templates.js";
import { validationTable } from "../../src/spec/validation.js";
import { warningCodes } from "../../src/warnings.js";
import { code, expectDerived, table } from "../support/derived.js";
import { repository } from "../support/pipeline.js";

const options = table(
  ["option", "means"],
  Object.values<OptionRow>(createOptions).map((row) => [`\`${row.flags}\``, helpOf(row)]),
);

const optionsOfCommands = table(
  ["option", "of", "means"],
  Object.values(commandOptions).map((row) => [code(row.flags), row.of.map(code).join(", "), helpOf(row)]),
);

const templates = table(
  ["template", "writes", "methods by default"],
  [...builtInTemplates.values()].map(({ name, summary, defaultMethods }) => [
    `\`${name}\``,
    summary,
    defaultMethods?.join(", ") ?? "by the route",
  ]),
);

const guards = table(
  ["provider", "asks for"],
  Object.entries(authTable).map(([name, { summary }]) => [`\`${name}\``, summary]),
);

const runnersTable = table(
  ["runner", "is", "told by"],
  Object.entries(runnerTable).map(([name, { title, install }]) => [
    `\`${name}\``,
    title,
    `${"isVague" in runnerTable[name as RunnerName] ? "the `test` script, or tests of routes" : "its dependency, its configuration, the `test` script, or tests of routes"}; \`npm install -D ${install}\``,
  ]),
);

const types = table(
  ["type", "is", "sent as"],
  fieldTypeNames.map((name) => [code(name), fieldTypes[name].type, fieldTypes[name].expected]),
);

const validation = table(
  ["library", "checks by"],
  Object.entries(validationTable).map(([name, { summary }]) => [code(name), summary]),
);

const data = table(
  ["source", "keeps a resource in"],
  Object.entries(dataTable).map(([name, { summary }]) => [code(name), summary]),
);

const habits = table(
  ["habit", "decides", "for example", "built in"],
  habitNames.map((name) => {
    const { decides, values, builtIn } = habitTable[name];
    return [code(name), decides, values.map(code).join(", "), code(builtIn)];
  }),
);

const meaning = (row: OptionRow) =>
  row.value === "negated" ? `${code("false")}: ${helpOf(row)}` : helpOf(row);

const fields = table(
  ["field", "is", "means"],
  [
    [code("route"), "a string", "where the handlers go, as on the command line"],
    ...routeFields.map((name) => {
      const row: OptionRow = createOptions[name];
      if (name === "habit") return [code("habits"), "a mapping", "habits and their values, as above"];
      return [code(name), jsonKinds[row.value].name, meaning(row)];
    }),
  ],
);

const settings = table(
  ["setting", "means"],
  [
    ...settingNames.map((name) => [code(name), meaning(allOptions[name])]),
    [code("habits"), "an object of habits and their values, as above"],
  ],
);

const shells = table(
  ["shell", "read at its start", "line"],
  Object.values(shellTable).map(({ title, file, line }) => [title, file, code(line)]),
);

const warnings = table(
  ["code", "when"],
  Object.entries(warningCodes).map(([name, { when }]) => [code(name), when]),
);

const errors = table(
  ["code", "exit", "when"],
  Object.entries(errorCodes).map(([code, { exit, when }]) => [`\`${code}\``, String(exit), when]),
);

const schemas = table(
  ["schema", "of"],
  schemaNames.map((name) => [
    `[${name}.schema.json](${schemaUrl(name)})`,
    (publishedSchema(name) as { title: string }).title,
  ]),
);

const tables = {
  options,
  "options of commands": optionsOfCommands,
  templates,
  habits,
  settings,
  fields,
  guards,
  runners: runnersTable,
  types,
  validation,
  data,
  errors,
  warnings,
  schemas,
  shells,
};

const readText = (file: string) => readFileSync(path.join(repository, file), "utf8");

test("the README's tables and its example are those of the code", async () => {
  await expectDerived("README.md", (readme) => {
    const source = /<!-- example: (\S+) -->/.exec(readme)![1]!;
    const example = `\`\`\`ts\n${readText(source).trimEnd()}\n\`\`\``;
    return { ...tables, example };
  });
});

test("and so are those of the reference, which has the exit codes as the README tells them", async () => {
  const [, told = ""] = /<!-- exit codes -->\n([^]*?)<!-- \/exit codes -->/.exec(readText("README.md")) ?? [];
  expect(told).toMatch(/^\n0 done/);
  await expectDerived("docs/reference.md", () => ({ ...tables, "exit codes": told.trim() }));
});

test("each table stands in one of the two", () => {
  const texts = ["README.md", "docs/reference.md"].map(readText);
  const places = (name: string) => texts.filter((text) => text.includes(`<!-- ${name} -->`)).length;
  expect(Object.keys(tables).filter((name) => places(name) !== 1)).toEqual([]);
});

test("the README leads to what is there: npm shows it without the files beside it", () => {
  const readme = readText("README.md");
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  const own = "https://github.com/create-api-route/create-api-route/blob/main/";
  const ours = links.filter((link) => link.startsWith(own)).map((link) => link.slice(own.length).split("#"));
  expect(ours.length).toBeGreaterThan(10);
  for (const [file = "", anchor] of ours) {
    const headings = readText(file).match(/^#+ .*$/gm) ?? [];
    const anchors = headings.map((heading) =>
      heading
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
    if (anchor !== undefined) expect(anchors, file).toContain(anchor);
  }
  expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
});
