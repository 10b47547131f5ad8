export { GET, handler as POST } from "./handlers";

export const maxDuration = 30;
