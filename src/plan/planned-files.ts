import type { PlannedFile, TemplateView } from "../model.js";

type Resource = Partial<Readonly<Record<"fields" | "schema" | "store", TemplateView[string] | undefined>>>;

/** What is kept of a planned file when its view is let go. */
export interface FileKept extends Pick<PlannedFile, "path" | "madeBy" | "purpose"> {
  /** What a data module says of its resource. */
  readonly resource?: Resource;
}

/** The files of a plan, by their paths, as what is made of them. */
export interface PlannedFiles<Made> {
  readonly get: (path: string) => FileKept | undefined;
  /** One in the place of another of its path. */
  readonly add: (file: PlannedFile) => void;
  /** The same for a data module, which the routes that share it add one after the other. */
  readonly addModule: (file: PlannedFile) => void;
  /** All of them: route files first, as people look for them. */
  readonly all: () => Made[];
}

/**
 * Keeps of planned files what is made of each, and lets their views go.
 *
 * @param make is told of a file at once; of a data module when the next one comes, for its routes stand together mostly.
 */
export function plannedFiles<Made>(make: (file: PlannedFile) => Made): PlannedFiles<Made> {
  const kept = new Map<string, FileKept>();
  const made = new Map<string, Made>();
  let open: PlannedFile | undefined;
  const close = () => {
    if (open) made.set(open.path, make(open));
    open = undefined;
  };
  return {
    get: (path) => kept.get(path),
    add: (file) => {
      if (open?.path === file.path) open = undefined;
      const { path, madeBy, purpose } = file;
      kept.set(path, { path, madeBy, purpose });
      made.set(path, make(file));
    },
    addModule: (file) => {
      if (open?.path !== file.path) close();
      open = file;
      const { path, madeBy, purpose, view } = file;
      const { fields, schema, store } = view;
      kept.set(path, { path, madeBy, purpose, resource: { fields, schema, store } });
    },
    all: () => {
      close();
      return [...kept.values()].sort((a, b) => rank(a) - rank(b)).flatMap(({ path }) => made.get(path) ?? []);
    },
  };
}

function rank({ purpose }: FileKept): number {
  return { route: 0, module: 1, beside: 2 }[purpose.kind];
}

/** Whether a data module that is planned says the same of its resource as another view of it. */
export function isSameResource({ resource }: FileKept, view: TemplateView): boolean {
  return said(resource) === said(view);
}

function said({ fields, schema, store }: Resource = {}): string {
  return JSON.stringify([fields, schema, store]);
}
