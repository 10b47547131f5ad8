/**
 * The flow of a run. Values between the stages, each stage one function named by its verb; a dry run is the same
 * run without the last step.
 *
 *     argv ─ parse ─► RouteRequest ─ complete (questions) ─┬─► RouteSpec[] ─┐
 *     file for --from ─ entries ───────────────────────────┘                ├─ targets ─► Target[]
 *     cwd ── inspect ─► Project ────────────────────────────────────────────┘
 *     Target[] ─┬─ survey ─► RouteThere ─┬─ plan ─► Plan ─ render, dress ─► RenderedFile[]
 *               └─ readHabits ─► Habits ─┘
 *     RenderedFile[] ─ diff (edit, format) ─► FileChange[] ─ commit ─► Report
 *
 * `RouteSpec` lives in spec/route-spec.ts, because it is the grammar's, and `RouteFile` in project/route-file.ts. The
 * other values that cross stages are here.
 */
import type { Problem } from "./errors.js";
import type { Method } from "./spec/methods.js";
import type { Habit } from "./project/habits/habits.js";
import type { AppTree } from "./project/tree-files.js";
import type { CreateOptions } from "./options.js";
import type { FeatureName } from "./project/features.js";
import type { FormatterName } from "./project/formatters.js";
import type { NextConfig } from "./project/next-defaults.js";
import type { RouteFile } from "./project/route-file.js";
import type { ListedRoute } from "./plan/listing.js";
import type { Trial } from "./plan/trial.js";
import type { TextStyle } from "./project/text-style.js";
import type { MadeBy } from "./render/template-source.js";
import type { WarningCode } from "./warnings.js";

/** What is there: read once, never written to. Paths are relative to the root, with `/`. */
export interface Project {
  /** The folder of the app's package.json, absolute, as the operating system writes it. */
  readonly root: string;
  readonly appDir: "app" | "src/app";
  /** Where handlers go: a folder at or below the app folder. */
  readonly base: string;
  readonly next: NextVersion;
  /** What this app's Next.js does; the only thing that generated code may depend on. */
  readonly features: ReadonlySet<FeatureName>;
  readonly config: NextConfig;
  /** The files that make URLs already. */
  readonly tree: AppTree;
  readonly warnings: readonly Warning[];
}

/** The version of Next.js in an app, and who says so. */
export interface NextVersion {
  /** As it is written in the package, in the lock file, or in package.json or its catalog: `16.4.6` or `^14.2.35`. */
  readonly text: string;
  readonly source: "installed" | "lock file" | "declared";
}

/** What a user should know, though nothing stands in the way: `message` is a whole sentence. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

/** A file that is wanted: which template makes it, and all that the template may know. */
export interface PlannedFile {
  readonly path: string;
  /** The name of the text that makes it, e.g. `resource/route.ts`, and the template that it is looked for in. */
  readonly template: string;
  readonly madeBy: MadeBy;
  readonly view: TemplateView;
  readonly purpose: FilePurpose;
  /** How the file is written, apart from what it says. */
  readonly style: TextStyle;
  /** The route file that is there already. */
  readonly there?: RouteThere;
}

/** The route file that a folder has already. */
export interface RouteThere {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What was read in it; undefined where it will be replaced whatever is in it. */
  readonly file: RouteFile | undefined;
}

/** A handler that is added, changes something, and has no guard that is seen. */
export interface OpenHandler {
  readonly method: Method;
  /** The wrapper that it goes through, in which none is seen either. */
  readonly through: string | undefined;
}

/**
 * A route file; a module that route files import, with the names that they need from it; or what a template makes besides, a
 * test for one.
 */
export type FilePurpose =
  | {
      readonly kind: "route";
      readonly route: string;
      /** The methods that were asked for. */
      readonly methods: readonly Method[];
      /** Those of them that the run writes a handler for: all in a new file, the missing ones in a file that is there. */
      readonly adds: readonly Method[];
      readonly open: readonly OpenHandler[];
      /** What the user still has to do for its guard, in one sentence. */
      readonly needs: string | undefined;
      /** The habits that it is written in. */
      readonly habits: readonly Habit[];
      /** A request that shows that it answers. */
      readonly trial: Trial;
    }
  | {
      readonly kind: "module";
      readonly exports: readonly string[];
      /** Where what they hand out is kept, in a few words. */
      readonly summary: string;
      /** The route files whose new handlers import it; none if only handlers that are there do. */
      readonly neededBy: readonly string[];
      /** The options that were given to say what it is like, as they are called. */
      readonly shapedBy?: readonly string[];
    }
  | {
      readonly kind: "beside";
      /** The URL of the route that it was made with. */
      readonly route: string;
      /** The methods that the run writes a handler for. */
      readonly adds: readonly Method[];
    };

/** Decisions for one file, already made: strings, flags and lists. A template loops and includes; it does not compute. */
export type TemplateView = { readonly [key: string]: TemplateValue };

/** What such a decision can be. */
export type TemplateValue =
  | string
  | number
  | boolean
  | readonly TemplateValue[]
  | TemplateView
  | TemplateFunction;

/** Writes an expression that the template has the parts of. */
export type TemplateFunction = (...parts: never[]) => string;

/** The files of a run, before their texts are made. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly warnings: readonly Warning[];
}

/** A planned file with its text. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
  /** The same with every statement on one line, for a formatter to break. */
  readonly unbroken: string;
  /** What the template wrote, to the last space. */
  readonly rendered: string;
  readonly purpose: FilePurpose;
  readonly style: TextStyle;
  readonly there?: RouteThere;
  /** The template that made it. */
  readonly madeBy: MadeBy;
}

/**
 * What a run does to one file. `unchanged` has nothing to write; `update` adds to what is there, `overwrite` replaces it.
 */
export interface FileChange {
  readonly action: "create" | "update" | "overwrite" | "unchanged";
  readonly path: string;
  /** What is in the file when the run began; undefined if there is none. The commit holds the disk to it. */
  readonly before: string | undefined;
  /** What is in the file afterwards. */
  readonly text: string;
  readonly purpose: FilePurpose;
}

/** What a run did, or would do. */
export interface Report {
  /** Whether nothing was written because that was asked for. */
  readonly dryRun: boolean;
  /** Whether every change is shown as a unified diff. */
  readonly showsDiff: boolean;
  readonly project: Project;
  /** The project's root as it is seen from where the command runs, e.g. `apps/web`; undefined where that is in it. */
  readonly place: string | undefined;
  /** The value of `--cwd`, as it was given or chosen; what a person is told to run next needs it too. */
  readonly cwd: string | undefined;
  /** The project's formatter, if it is there and was not declined. */
  readonly formatter: FormatterName | undefined;
  readonly changes: readonly FileChange[];
  readonly warnings: readonly Warning[];
  /** Whether `undo` can take it back. */
  readonly isRecorded: boolean;
  /** What the command line would have been, if something was asked for. */
  readonly asked:
    | {
        readonly routes: readonly string[];
        readonly options: Partial<CreateOptions>;
        /** The port of the app's development server. */
        readonly port: number;
      }
    | undefined;
}

/** What a `list` found. */
export interface ListReport {
  readonly project: Project;
  /** The project's root as it is seen from where the command runs, as of a run. */
  readonly place: string | undefined;
  /** Whether only what is open was asked for. */
  readonly isPublicOnly: boolean;
  /** Every route file of the app. */
  readonly routes: readonly ListedRoute[];
  readonly warnings: readonly Warning[];
  /** What is open and changes something, if that was asked for. */
  readonly problems: readonly Problem[];
}

/** What a `check` looked at, when nothing was wrong with it. */
export interface CheckReport {
  readonly project: Project;
  /** The version of the project's TypeScript. */
  readonly typescript: string;
  /** The names of the templates, and those of the texts that are the project's own. */
  readonly templates: readonly string[];
  readonly ownTexts: readonly string[];
  /** How many routes they were rendered for, and how many files came of it. */
  readonly routes: number;
  readonly files: number;
  /** How many files of the app make URLs. */
  readonly urlFiles: number;
  readonly warnings: readonly Warning[];
}

/** What an `eject` did, or would do. */
export interface EjectReport {
  readonly dryRun: boolean;
  /** The project's root, absolute. */
  readonly root: string;
  /** The value of `--cwd`. */
  readonly cwd: string | undefined;
  readonly files: readonly EjectedFile[];
  readonly warnings: readonly Warning[];
  /** Whether `undo` can take it back. */
  readonly isRecorded: boolean;
}

/** A built-in text that was copied into the project. */
export interface EjectedFile {
  readonly path: string;
  /** The name of the text, e.g. `partials/catch`. */
  readonly template: string;
  readonly action: "create" | "overwrite" | "unchanged";
  /** What is in the file when the run began; undefined if there is none. */
  readonly before: string | undefined;
  readonly text: string;
}

/** What an `undo` did, or would do. */
export interface UndoReport {
  readonly dryRun: boolean;
  /** The project's root, absolute. */
  readonly root: string;
  /** The same as it is seen from where the command runs, as of a run. */
  readonly place: string | undefined;
  /** The files of the run that is taken back; none if there was no run. */
  readonly files: readonly UndoneFile[];
  readonly warnings: readonly Warning[];
}

/**
 * `delete` and `restore` take it back to what it was; `kept` was changed since and is left alone; `unchanged` is as it
 * was before the run already.
 */
export interface UndoneFile {
  readonly path: string;
  readonly action: "delete" | "restore" | "kept" | "unchanged";
}
