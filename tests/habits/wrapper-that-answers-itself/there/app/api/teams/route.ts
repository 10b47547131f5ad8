import { endpoint } from "@/lib/endpoint";

export const GET = endpoint(async () => {
  return [{ name: "First" }];
});

export const POST = endpoint(async (request) => {
  return { received: await request.json() };
});
