// What the package and a run may cost, in counts that are the same on every machine: CI holds them. Who needs more writes here why.

/** @typedef {{ limit: number, unit: string, why: string }} Budget */

/** @satisfies {Record<string, Budget>} */
export const budgets = {
  tarball: {
    limit: 304_000,
    unit: "bytes packed",
    why: "`npx` downloads it; the goal is 200,000, and the program alone is 122,000 of it",
  },
  modulesLoaded: {
    limit: 2,
    unit: "files of JavaScript for `create posts`",
    why: "each is looked for, read and compiled",
  },
  bytesLoaded: {
    limit: 376_000,
    unit: "bytes of JavaScript for `create posts`",
    why: "V8 reads each of them before the first is run",
  },
  modulesLoadedAgain: {
    limit: 2,
    unit: "files of JavaScript for a second `create posts` beside other routes",
    why: "what the routes show is known from the first: neither the parser nor what looks at its trees is loaded",
  },
  callsForOne: {
    limit: 105,
    unit: "file-system calls for `create posts`",
    why: "where the app is, what is there, the commit and its record",
  },
  callsPerRoute: {
    limit: 16,
    unit: "file-system calls for a route more in one run",
    why: "two files, staged by four calls each, linked, and no scratch file left; their folder, looked at twice and made",
  },
  callsPerRouteThere: {
    limit: 1.4,
    unit: "file-system calls for a route more in the app",
    why: "its folder is listed; of the files, only the nearest are read",
  },
};

/**
 * What is over its budget, as sentences.
 *
 * @param {Readonly<Partial<Record<keyof typeof budgets, number>>>} counted
 * @returns {string[]}
 */
export function overBudget(counted) {
  return Object.entries(counted).flatMap(([name, count]) => {
    const { limit, unit, why } = budgets[/** @type {keyof typeof budgets} */ (name)];
    return count > limit
      ? [`${name}: ${String(count)} ${unit}, and at most ${String(limit)} are allowed (${why}).`]
      : [];
  });
}
