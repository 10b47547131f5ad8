import { expect, test } from "vitest";
import { routeFile } from "../../support/route-there.js";

test.each<[string, string[]]>([
  ["export function PUT() { return new Response(null, { status: 405 }); }", ["PUT"]],
  ["export const PUT = () => Response.json({ error: 'no' }, { status: 405 });", ["PUT"]],
  [
    "const no = async () => { return new Response('', { status: 405 }) };\nexport { no as PUT, no as PATCH };",
    ["PUT", "PATCH"],
  ],
  [
    "export function PUT(r: Request) { if (r.url) return new Response(); return new Response(null, { status: 405 }); }",
    [],
  ],
  ["export function PUT() { throw new Error('405'); }", []],
  ["export function PUT() { return [1].map(() => { return 405 }) && new Response(); }", []],
  ["export { PUT } from './handlers';", []],
  ["export const PUT = withAuth(() => new Response(null, { status: 405 }));", []],
  ["export function PUT() {}", []],
])("%s can only refuse %j", (text, refusing) => {
  expect(routeFile(text).refusing).toEqual(refusing);
});
