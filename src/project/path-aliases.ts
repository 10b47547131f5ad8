import path from "node:path/posix";

/** A path alias of tsconfig.json, e.g. `@/` for the files of `src`. */
export interface PathAlias {
  /** What imports begin with, with the slash. */
  readonly prefix: string;
  /** The folder that it stands for, relative to the project root; empty for the root itself. */
  readonly folder: string;
}

/** What a tsconfig.json says of paths; folders are absolute, with `/`. */
export interface PathOptions {
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** The folder that the paths are told from: `baseUrl`, or that of the file that has them. */
  readonly from: string;
}

/**
 * The aliases that stand for a folder: those with one `*`, at the end, whose first place ends in it too. Pure.
 * Source: the TSConfig reference, `paths`.
 *
 * @param root the project root, absolute, with `/`.
 */
export function pathAliases({ paths, from }: PathOptions, root: string): PathAlias[] {
  return Object.entries(paths).flatMap(([pattern, [target]]) => {
    const [, prefix] = /^([^*]+\/)\*$/.exec(pattern) ?? [];
    const [, place] = /^([^*]*)\*$/.exec(target ?? "") ?? [];
    if (prefix === undefined || place === undefined || !/(^|\/)$/.test(place)) return [];
    const folder = path.relative(root, path.resolve(from, place));
    return folder.startsWith("..") ? [] : [{ prefix, folder }];
  });
}
