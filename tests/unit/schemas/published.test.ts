import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { publishedSchema, schemaFile, schemaNames, schemaUrl } from "../../../src/schemas/published.js";
import { inHouseStyle } from "../../../scripts/house-style.mjs";
import { repository } from "../../support/pipeline.js";
import { schemaFaults } from "../../support/schema-faults.js";

const at = (name: string) => path.join(repository, name);

describe("the published schemas", () => {
  test.each(schemaNames)("%s is the file that is published", async (name) => {
    const file = at(schemaFile(name));
    const text = await inHouseStyle(file, JSON.stringify(publishedSchema(name)));
    if (process.env["UPDATE_SCHEMAS"] === "1") {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    } else expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(text);
  });

  test("are all the files of their folder, and the folder is in the package", () => {
    const files = readdirSync(at("schemas")).map((name) => `schemas/${name}`);
    expect(files.sort()).toEqual(schemaNames.map(schemaFile).sort());
    const { files: packed } = JSON.parse(readFileSync(at("package.json"), "utf8")) as { files: string[] };
    expect(packed).toContain("schemas");
  });

  test("the settings that the reference shows are by their schema, and name it", () => {
    const reference = readFileSync(at("docs/reference.md"), "utf8");
    const section = reference.slice(reference.indexOf("## Settings of a project"));
    const shown: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(section)![1]!);
    expect(schemaFaults("settings", shown)).toEqual([]);
    expect(shown).toMatchObject({ $schema: schemaUrl("settings") });
  });
});
