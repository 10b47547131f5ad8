// What is measured, in the order of the table: one row and one function for each.
import { batch } from "./batch.mjs";
import { growth } from "./growth.mjs";
import { list } from "./list.mjs";
import { load } from "./load.mjs";
import { memory } from "./memory.mjs";
import { peers } from "./peers.mjs";
import { size } from "./size.mjs";
import { start } from "./start.mjs";

/**
 * @typedef {{
 *   scratch: string,
 *   bin: string,
 *   pairs: number,
 *   comparesPeers: boolean,
 *   draw: (series: import("./growth.mjs").Series[]) => void,
 * }} Bench where it is measured, the tool's executable, how many pairs, whether the neighbours are measured beside it, and what
 *   takes the growth of the costs
 *
 * @typedef {{ what: string, against: string, goal: string, found: string, isReached: boolean, detail?: string }} Figure
 *
 * @typedef {(bench: Bench) => Promise<Figure[]>} Measure
 */

/** @type {Readonly<Record<string, Measure>>} */
export const parts = { start, batch, list, memory, load, size, peers, growth };
