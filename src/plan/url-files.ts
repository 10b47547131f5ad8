import type { AppTree } from "../project/tree-files.js";
import { metadataUrl } from "../project/metadata-files.js";
import type { NextConfig } from "../project/next-defaults.js";

/** A file that makes a URL, and the URL's segments as Next.js names them: `["api", "posts", "[id]"]`. */
export interface UrlFile {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly kind: "route" | "page" | "metadata" | "pages";
  readonly parts: readonly string[];
  /** Whether it lies in a slot, beside the pages that its layout shows. */
  readonly isInSlot?: boolean;
}

/** Every file of an app that makes a URL. Pure. */
export function urlFilesOf(
  tree: AppTree,
  appDir: string,
  { pageExtensions }: Pick<NextConfig, "pageExtensions">,
): UrlFile[] {
  const inApp = (kind: UrlFile["kind"]) => (path: string) => ({
    path,
    kind,
    parts: appParts(path, appDir),
    isInSlot: path.includes("/@"),
  });
  const { pagesDir } = tree;
  return [
    ...tree.routes.map(inApp("route")),
    ...tree.pages.map(inApp("page")),
    ...tree.metadata.flatMap((path) => metadataFile(path, appDir)),
    ...(pagesDir === undefined
      ? []
      : tree.pagesRouter.flatMap((path) => pagesFile(path, pagesDir, pageExtensions))),
  ];
}

/**
 * The segments of a file's URL. Groups and slots are no part of it; `%5F` stands for an underscore, which would make the
 * folder private; an intercepting folder such as `(.)x` stays, as it does not end with the parenthesis. Source: Next.js,
 * normalizeAppPath and isGroupSegment, and runs of them.
 *
 * @param path relative to the root.
 */
export function appParts(path: string, appDir: string): string[] {
  const folders = foldersOf(path, appDir);
  // An app has many files, and most of them have none of it.
  if (!path.includes("(") && !path.includes("@") && !path.includes("%")) return folders;
  return folders
    .filter((name) => !isGroup(name) && !name.startsWith("@"))
    .map((name) => name.replaceAll("%5F", "_"));
}

/** The folders of a file from the app or pages folder down. */
function foldersOf(path: string, top: string): string[] {
  const end = path.lastIndexOf("/");
  return end <= top.length ? [] : path.slice(top.length + 1, end).split("/");
}

function isGroup(name: string): boolean {
  return name.startsWith("(") && name.endsWith(")");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** In a group or a slot Next adds a hash to an image's name: then no route can have its URL. */
function metadataFile(path: string, appDir: string): UrlFile[] {
  const last = metadataUrl(baseName(path));
  const isHashed = foldersOf(path, appDir).some((name) => isGroup(name) || name.startsWith("@"));
  if (isHashed && last !== "sitemap.xml") return [];
  return [{ path, kind: "metadata", parts: [...appParts(path, appDir), last] }];
}

/** The files of the pages folder that wrap pages. `404` is a URL to the build. Source: Next.js, "Custom App"; a run. */
const withoutUrl = new Set(["_app", "_document", "_error"]);

/** `index` stands for its folder. Source: Next.js, "Pages and Layouts". */
function pagesFile(path: string, pagesDir: string, pageExtensions: readonly string[]): UrlFile[] {
  const folders = foldersOf(path, pagesDir);
  const file = baseName(path);
  // Where one ending is the end of another (`tsx`, `page.tsx`), Next takes the longer one off.
  const lengths = pageExtensions.map((each) => (file.endsWith(`.${each}`) ? each.length + 1 : 0));
  const name = file.slice(0, file.length - Math.max(0, ...lengths));
  if (folders.length === 0 && withoutUrl.has(name)) return [];
  return [{ path, kind: "pages", parts: name === "index" ? folders : [...folders, name] }];
}
