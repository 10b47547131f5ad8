import path from "node:path/posix";
import { handlersOf, type Handlers } from "../../src/project/access/handlers.js";
import { moduleOf, type ModuleThere, type Modules } from "../../src/project/access/modules.js";
import { parseModule } from "../../src/syntax/parse-module.js";

const routePath = "app/api/posts/route.ts";

/** What a route file answers in an app that has other files too; `@/` is the app's root. */
export function handlersIn(text: string, others: Readonly<Record<string, string>> = {}): Handlers {
  const files: Readonly<Record<string, string>> = { [routePath]: text, ...others };
  const known = new Map<string, ModuleThere>();
  const read = (file: string): ModuleThere => {
    const module = known.get(file) ?? moduleOf(file, files[file]!, parseModule(files[file]!, { jsx: false }));
    known.set(file, module);
    return module;
  };
  const modules: Modules = {
    imported: (from, source) => {
      const isOwn = source.startsWith("@/");
      if (!isOwn && !source.startsWith(".")) return undefined;
      const place = isOwn ? source.slice(2) : path.join(path.dirname(from.path), source);
      const file = [place, `${place}.ts`, `${place}/index.ts`].find((each) => each in files);
      return file === undefined ? undefined : read(file);
    },
  };
  return handlersOf(read(routePath), modules);
}

/** What is seen of each handler: `GET auth()`, `POST none`, `PUT ? made by create()`. */
export function seenIn(text: string, others?: Readonly<Record<string, string>>): string[] {
  return handlersIn(text, others).handlers.map(({ method, access }) => {
    if (access.kind === "guarded") return `${method} ${access.by}`;
    return access.kind === "unseen" ? `${method} none` : `${method} ? ${access.why}`;
  });
}
