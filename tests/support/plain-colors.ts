import type { Colors } from "../../src/report/colors.js";

const plain = (text: string) => text;

/** No colours at all. */
export const plainColors: Colors = {
  bold: plain,
  cyan: plain,
  dim: plain,
  green: plain,
  red: plain,
  yellow: plain,
};
