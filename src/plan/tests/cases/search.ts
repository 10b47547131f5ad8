import {
  argumentsOf,
  dataGiven,
  errorSights,
  failureCase,
  inJson,
  issueSights,
  plainCall,
  requestClass,
  type Scene,
} from "../scene.js";
import { usualPage } from "../../page-bounds.js";
import type { Sight, TestCase } from "../test-case.js";

const requestId: Sight = { kind: "header", name: "X-Request-Id", is: '"7"' };

export function find(scene: Scene): TestCase[] {
  const query = usualPage.replace("{", '{ q: "first",');
  const { label } = scene.viewed.names.resource;
  return [
    {
      name: "answers 200 with a page of what was found",
      given: [dataGiven("search", "works", "found")],
      call: asked(scene, "q=first"),
      sees: [
        { kind: "status", is: 200 },
        requestId,
        { kind: "json", is: inJson(scene, "found") },
        { kind: "call", call: "search", args: argumentsOf(scene, query), id: "" },
      ],
    },
    {
      name: "answers 400 to a page that there cannot be",
      given: [],
      call: asked(scene, "page=0"),
      sees: [
        ...issueSights(scene, "Invalid query", "page").slice(0, 1),
        requestId,
        ...issueSights(scene, "Invalid query", "page").slice(1),
      ],
    },
    ...failureCase(scene, asked(scene, `q=${label.replaceAll(" ", "+")}`), {
      detail: '"7"',
      sights: [...errorSights(scene, "Internal server error", 500), requestId],
    }),
  ];
}

/** A search by a client that names its request. */
function asked(scene: Scene, query: string): string {
  const own = scene.signedIn === undefined ? [] : ["...headers"];
  const headers = `{ ${[...own, '"X-Request-Id": "7"'].join(", ")} }`;
  return plainCall(
    scene,
    `new ${requestClass(scene.handler)}(\`\${url}?${query}\`, { headers: ${headers} })`,
  );
}
