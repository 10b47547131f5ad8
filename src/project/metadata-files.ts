/**
 * The files of the app folder that Next.js serves by a convention of their names. Source: Next.js, "Metadata Files" and
 * lib/metadata/is-metadata-route.
 *
 * `url` is the last segment of what a generated one answers; a file that is none is served under its own name. `endings`
 * are those beside the app's `pageExtensions`.
 */
const metadataFiles = [
  { name: /^robots$/, url: "robots.txt", endings: ["txt"], isAtRoot: true },
  { name: /^manifest$/, url: "manifest.webmanifest", endings: ["webmanifest", "json"], isAtRoot: true },
  { name: /^favicon$/, url: undefined, endings: ["ico"], isAtRoot: true },
  { name: /^sitemap$/, url: "sitemap.xml", endings: ["xml"], isAtRoot: false },
  { name: /^icon\d?$/, url: undefined, endings: ["ico", "jpg", "jpeg", "png", "svg"], isAtRoot: false },
  { name: /^apple-icon\d?$/, url: undefined, endings: ["jpg", "jpeg", "png"], isAtRoot: false },
  {
    name: /^(opengraph|twitter)-image\d?$/,
    url: undefined,
    endings: ["jpg", "jpeg", "png", "gif"],
    isAtRoot: false,
  },
] as const;

/**
 * Whether Next.js serves a file of the app folder by its name.
 *
 * @param isAtRoot whether it lies in the app folder itself.
 */
export function isMetadataFile(file: string, isAtRoot: boolean, pageExtensions: readonly string[]): boolean {
  const [name, ending] = cut(file);
  return metadataFiles.some(
    (row) =>
      row.name.test(name) &&
      (isAtRoot || !row.isAtRoot) &&
      ((row.endings as readonly string[]).includes(ending) ||
        // Next knows no generated favicon.
        (pageExtensions.includes(ending) && name !== "favicon")),
  );
}

/** The last segment of the URL that a metadata file answers: `sitemap.xml` for `sitemap.ts`. */
export function metadataUrl(file: string): string {
  const [name, ending] = cut(file);
  const row = metadataFiles.find((each) => each.name.test(name));
  if (!row || (row.endings as readonly string[]).includes(ending)) return file;
  return row.url ?? name;
}

/** The name, and all that follows the first dot: `pageExtensions` may have dots in them. */
function cut(file: string): [name: string, ending: string] {
  const dot = file.indexOf(".");
  return dot < 0 ? [file, ""] : [file.slice(0, dot), file.slice(dot + 1)];
}
