import { plainColors, type Colors } from "./report/colors.js";

/** Colours only for a person at a terminal; NO_COLOR and FORCE_COLOR decide first. */
export function useColors(stream: { readonly isTTY?: boolean }): boolean {
  if ((process.env["NO_COLOR"] ?? "") !== "") return false;
  if ((process.env["FORCE_COLOR"] ?? "") !== "") return process.env["FORCE_COLOR"] !== "0";
  // An undefined answer would leave it to picocolors, which takes CI for a terminal.
  return stream.isTTY === true && process.env["TERM"] !== "dumb";
}

/** The colours of a stream: what makes them is loaded only for somebody who sees them. */
export async function colorsFor(stream: { readonly isTTY?: boolean }): Promise<Colors> {
  if (!useColors(stream)) return plainColors;
  const { default: picocolors } = await import("picocolors");
  return picocolors.createColors(true);
}
