import type { DataName } from "../../spec/data-sources.js";
import { drizzle } from "./drizzle.js";
import { none } from "./none.js";
import { prisma } from "./prisma.js";
import { sample } from "./sample.js";
import type { WriteSource } from "./write-source.js";

/** The sources, by their names. */
export const sources: Readonly<Record<DataName, WriteSource>> = { prisma, drizzle, sample, none };
