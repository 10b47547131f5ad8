/**
 * The files in which an app could set something up, in the order of the places: each is looked for as a file and as the index
 * of a folder, and below `src` too, with the endings that Next.js and TypeScript would find. Pure.
 *
 * @param places relative to the root, without an ending.
 */
export function setupCandidates(places: readonly string[]): string[] {
  return places.flatMap((place) =>
    [place, `src/${place}`].flatMap((bare) =>
      [bare, `${bare}/index`].flatMap((file) =>
        ["ts", "tsx", "js", "jsx", "mjs"].map((end) => `${file}.${end}`),
      ),
    ),
  );
}
