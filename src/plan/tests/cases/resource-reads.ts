import { fullPage, usualPage } from "../../page-bounds.js";
import type { Scene } from "../scene.js";
import {
  argumentsOf,
  dataGiven,
  failureCase,
  inJson,
  issueSights,
  plainCall,
  requestClass,
} from "../scene.js";
import type { Sight, TestCase } from "../test-case.js";
import { notFound, seesCall, status, wrongKeys } from "./resource-parts.js";

export function list(scene: Scene): TestCase[] {
  const call = plainCall(scene);
  const { isPaged } = scene.facts.resource.source;
  const all = isPaged ? "found" : `[${scene.one}]`;
  return [
    {
      name: "answers 200 with a list",
      given: [dataGiven("list", "works", all)],
      call,
      sees: [
        status(200),
        { kind: "json", is: inJson(scene, all) },
        ...seesCall(scene, "list", argumentsOf(scene, ...(isPaged ? [fullPage] : []))),
      ],
    },
    ...wrongKeys(scene),
    ...failureCase(scene, call),
  ];
}

/** A call with a query. */
function asking(scene: Scene, query: string): string {
  const init = scene.signedIn === undefined ? "" : ", { headers }";
  return plainCall(scene, `new ${requestClass(scene.handler)}(\`\${url}?${query}\`${init})`);
}

export function listPage(scene: Scene): TestCase[] {
  return [
    {
      name: "answers 200 with a page",
      given: [dataGiven("list", "works", "found")],
      call: asking(scene, "page=1&limit=20"),
      sees: [
        status(200),
        { kind: "json", is: inJson(scene, "found") },
        ...seesCall(scene, "list", argumentsOf(scene, usualPage)),
      ],
    },
    {
      name: "answers 400 to a page that there cannot be",
      given: [],
      call: asking(scene, "page=0"),
      sees: issueSights(scene, "Invalid query", "page"),
    },
    ...wrongKeys(scene),
    ...failureCase(scene, plainCall(scene)),
  ];
}

export function read(scene: Scene): TestCase[] {
  const call = plainCall(scene);
  const { id } = scene.path;
  return [
    {
      name: `answers 200 with the ${scene.viewed.names.resource.label}`,
      given: [dataGiven("find", "works", scene.one)],
      call,
      sees: [
        status(200),
        { kind: "json", is: inJson(scene, scene.one) },
        ...seesCall(scene, "find", argumentsOf(scene, id)),
      ],
    },
    ...wrongKeys(scene),
    notFound(scene, "find", call),
    ...failureCase(scene, call),
  ];
}

export function head(scene: Scene): TestCase[] {
  const call = plainCall(scene);
  const { label } = scene.viewed.names.resource;
  const nothing: Sight = { kind: "no body" };
  return [
    {
      name: `answers 200 where there is such a ${label}`.replace(/ a (?=[aeiou])/, " an "),
      given: [dataGiven("find", "works", scene.one)],
      call,
      sees: [status(200), nothing],
    },
    ...wrongKeys(scene),
    { ...notFound(scene, "find", call), sees: [status(404), nothing] },
    ...failureCase(scene, call, { sights: [status(500), nothing] }),
  ];
}

export function headPage(scene: Scene): TestCase[] {
  const answers = (is: number, name: string, query: string): TestCase => ({
    name: `answers ${String(is)} to ${name}`,
    given: [],
    call: asking(scene, query),
    sees: [
      status(is),
      { kind: "header", name: "Content-Type", is: '"application/json"' },
      { kind: "no body" },
    ],
  });
  return [
    answers(200, "a page without its body", "page=1&limit=20"),
    answers(400, "a page that there cannot be", "page=0"),
  ];
}
