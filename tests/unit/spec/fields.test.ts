import { describe, expect, test } from "vitest";
import { parseFields } from "../../../src/spec/fields.js";

function field(name: string, more: object = {}) {
  return { name, type: "string", choices: [], isList: false, isOptional: false, isNullable: false, ...more };
}

describe("fields, as people write them", () => {
  test.each([
    ["title:string", [field("title")]],
    ["title", [field("title")]],
    ["views:int?", [field("views", { type: "int", isOptional: true })]],
    ["note?", [field("note", { isOptional: true })]],
    ["views? : int", [field("views", { type: "int", isOptional: true })]],
    ["status:draft|published", [field("status", { choices: ["draft", "published"] })]],
    ["tags:string[]", [field("tags", { isList: true })]],
    ["tags:string[]?", [field("tags", { isList: true, isOptional: true })]],
    ["roles:(admin|user)[]", [field("roles", { choices: ["admin", "user"], isList: true })]],
    ["price:float, ok:bool", [field("price", { type: "number" }), field("ok", { type: "boolean" })]],
    ["at:datetime", [field("at", { type: "date" })]],
  ])("%s", (text, fields) => {
    expect(parseFields([text])).toEqual({ fields, problems: [] });
  });

  test("in several options, and with a comma too many", () => {
    expect(parseFields(["title,", "views:int"]).fields.map(({ name }) => name)).toEqual(["title", "views"]);
  });
});

describe("fields that are not clear, all at once", () => {
  test.each([
    ["title:sting", "no type", "Did you mean string?"],
    ["title:constructor", "no type", "The types are "],
    ["title:__proto__", "no type", "The types are "],
    ["a-b:string", "its name", "e.g. publishedAt:date"],
    ["a??", "its name", "e.g. publishedAt:date"],
    ["id:int", "the store makes the id", "every resource has one"],
    ["__proto__:string", "its name", ""],
    ["status:draft|", "not different words", ""],
    ["status:draft|draft", "not different words", ""],
    ["", "no field is named", "title:string"],
  ])("%s", (text, why, hint) => {
    const { problems } = parseFields([text]);
    expect(problems.map(({ code }) => code)).toEqual(["FIELD_INVALID"]);
    expect(problems[0]!.message).toContain(why);
    expect(problems[0]!.hint).toContain(hint);
  });

  test("each is told", () => {
    expect(parseFields(["a:x,b:y,c:int,C:int"]).problems).toHaveLength(3);
  });
});
