import process from "node:process";

/** Colours only for a person at a terminal; NO_COLOR and FORCE_COLOR decide first. */
export function useColors(stream: { readonly isTTY?: boolean }): boolean {
  if ((process.env["NO_COLOR"] ?? "") !== "") return false;
  if ((process.env["FORCE_COLOR"] ?? "") !== "") return process.env["FORCE_COLOR"] !== "0";
  // An undefined answer would leave it to picocolors, which takes CI for a terminal.
  return stream.isTTY === true && process.env["TERM"] !== "dumb";
}
