import type { DataSource } from "./data/data-source.js";

/**
 * Whether the key of what a source keeps can stand in a URL as it is: a number, a UUID, or what the sample store makes, which is
 * one. Any other text can have a slash in it, or what no header may have. Pure.
 */
export function isPlainInUrls({ id, isInMemory }: Pick<DataSource, "id" | "isInMemory">): boolean {
  return id.type !== "string" || isInMemory === true;
}
