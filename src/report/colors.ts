/** The colours that reports use: the real ones, or functions that return the text as it is. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
}

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
