import { leaveEndToNode } from "../ending.js";
import type { Problem } from "../errors.js";
import type { Project, RenderedFile, Warning } from "../model.js";
import { plan, planEach } from "../plan/plan.js";
import type { Target } from "../plan/targets.js";
import type { Vicinity } from "../plan/vicinity.js";
import type { ExistingFiles } from "../project/existing-files.js";
import type { OwnTemplates } from "../project/own-templates.js";
import type { Tick } from "../progress.js";
import { builtRenderer } from "../render/built-renderer.js";
import { builtTemplates } from "../render/built-templates.js";
import { dressFile } from "../render/dress.js";
import type { RenderTemplate } from "../render/included.js";
import { renderFile } from "../render/render.js";
import type { FindTemplate } from "../render/template-source.js";

/** What the texts of files are made with. */
export interface Making {
  readonly own: OwnTemplates;
  readonly find: FindTemplate;
  readonly existing: ExistingFiles;
  /** Whether a formatter will break their lines. */
  readonly isFormatted: boolean;
  readonly tick: Tick;
}

/** A plan, and what makes its texts. */
interface PlannedTexts {
  /** Of the planned files. */
  readonly paths: readonly string[];
  readonly warnings: readonly Warning[];
  readonly problems: readonly Problem[];
  /** The files with their texts, and what is wrong with those that the project's own templates have a part in. */
  readonly make: () => Promise<Made>;
}

/** The texts of a plan, and what is wrong with them. */
export interface Made {
  readonly files: readonly RenderedFile[];
  readonly problems: readonly Problem[];
}

/**
 * Plans the files of the targets. With the built-in templates each text is made as soon as its file is planned, and all that
 * it was made from is let go; a project's own are not run before the plan is known to be right.
 */
export async function plannedTexts(
  targets: readonly Target[],
  project: Project,
  at: (folder: string) => Vicinity,
  making: Making,
): Promise<PlannedTexts> {
  const { own, find, isFormatted, tick } = making;
  const renderTemplate = await rendererFor(own, find);
  if (own.texts.size > 0) {
    const { plan: whole, problems } = plan(targets, project, at);
    const paths = whole.files.map((file) => file.path);
    const make = async () => {
      const { ownFiles } = await import("./own-files.js");
      return ownFiles(whole, renderTemplate, making);
    };
    return { paths, warnings: whole.warnings, problems, make };
  }
  let done = 0;
  const told = (folder: string) => {
    tick((done += 1), targets.length);
    return at(folder);
  };
  const { files, warnings, problems } = planEach(targets, project, told, (file) => {
    const dressed = dressFile(renderFile(file, renderTemplate));
    // Only a formatter reads the text as it is before its lines are broken.
    return isFormatted ? dressed : { ...dressed, unbroken: dressed.text, rendered: dressed.text };
  });
  const make = () => Promise.resolve({ files, problems: [] });
  return { paths: files.map((file) => file.path), warnings, problems, make };
}

/** The built-in templates are functions already; a project's own are compiled, and EJS is loaded for that. */
async function rendererFor({ texts }: OwnTemplates, find: FindTemplate): Promise<RenderTemplate> {
  if (texts.size === 0 && builtTemplates.size > 0) return builtRenderer(builtTemplates);
  leaveEndToNode();
  const { templateRenderer } = await import("../render/template.js");
  return templateRenderer(find);
}
