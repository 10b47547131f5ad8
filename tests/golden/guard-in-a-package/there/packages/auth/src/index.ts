export { auth } from "./set-up";
