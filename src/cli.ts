import { readFileSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError, Option } from "commander";
import pc from "picocolors";
import { create } from "./commands/create.js";
import { RunError, type Problem } from "./errors.js";
import { helpExamples } from "./help.js";
import { createOptions, type CreateOptions } from "./options.js";
import { problemJson, reportJson } from "./report/json.js";
import { problemText, reportText, warningText } from "./report/text.js";

/**
 * The program: reads the arguments, runs the command, prints, and answers the exit code (0 done, 1 failed, 2 wrong usage).
 * Nothing that is thrown gets past it.
 *
 * @param args the arguments behind the program's name.
 * @param packageRoot the folder of the tool's own package, where its templates are.
 */
export async function run(args: readonly string[], packageRoot: string): Promise<number> {
  const isJson = flagsOf(args).includes("--json");
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignore);
  const stdout = pc.createColors(useColors(process.stdout));
  const stderr = pc.createColors(useColors(process.stderr));
  try {
    const { routes, options } = parse(args, packageRoot);
    if (options === undefined) return 0;

    const report = await create(routes, options, {
      cwd: process.cwd(),
      readTemplate: (name) => readFileSync(path.join(packageRoot, "templates", `${name}.ejs`), "utf8"),
    });
    if (isJson) print(process.stdout, reportJson(report));
    else if (options.quiet !== true) print(process.stdout, reportText(report, stdout));
    if (report.warnings.length > 0 && options.quiet !== true)
      print(process.stderr, warningText(report.warnings, stderr));
    return 0;
  } catch (error) {
    const failure = error instanceof RunError ? error : new RunError([unexpected(error)], { cause: error });
    print(process.stderr, problemText(failure.problems, failure.filesLeft, stderr));
    if (isJson) print(process.stdout, problemJson(failure.problems, isDryRun(args)));
    return failure.exitCode;
  }
}

/** Reads the arguments by the option table. No options mean that help or the version was printed. */
function parse(
  args: readonly string[],
  packageRoot: string,
): { routes: string[]; options: CreateOptions | undefined } {
  let routes: string[] = [];
  let options: CreateOptions | undefined;
  const program = new Command("create-api-route")
    .description("Writes typed Next.js route handlers into the app that you already have.")
    .argument("[route...]", "where the handlers go, e.g. posts or posts/[id]")
    .version(versionOf(packageRoot), "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", helpExamples)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .action((given: string[], parsed: CreateOptions) => {
      routes = given;
      options = parsed;
    });
  for (const row of Object.values(createOptions)) {
    const option = new Option(row.flags, row.help).helpGroup(`${row.group}:`);
    if (row.value === "list")
      option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    program.addOption(option);
  }

  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new RunError([usageProblem(error)], { cause: error });
  }
  return { routes, options };
}

/** Commander's message has the suggestion on a second line, in brackets. */
function usageProblem({ message }: CommanderError): Problem {
  const [what = "", suggestion = ""] = message.replace(/^error: /, "").split("\n");
  return {
    code: "USAGE",
    message: `${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
    hint: `${suggestion === "" ? "" : `${suggestion.replace(/^\(|\)$/g, "")} `}All options: \`create-api-route --help\`.`,
  };
}

/** A refusal of the file system is the user's to mend; anything else is ours. */
function unexpected(error: unknown): Problem {
  if (error instanceof Error && "syscall" in error) {
    return {
      code: "PROJECT_UNREADABLE",
      message: `The project could not be read: ${error.message}.`,
      hint: "Look at the permissions of that place, or at what stands there.",
    };
  }
  return {
    code: "INTERNAL",
    message: `This is a fault of create-api-route: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    hint: "Please report it with the command that you ran: https://github.com/create-api-route/create-api-route/issues",
  };
}

function isDryRun(args: readonly string[]): boolean {
  return flagsOf(args).some((flag) => flag === "--dry-run" || flag === "--diff");
}

/** What stands before `--`: behind it everything is a route. */
function flagsOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf("--");
  return end === -1 ? args : args.slice(0, end);
}

function versionOf(packageRoot: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8"));
  return (manifest as { version: string }).version;
}

/** Colours only for a person at a terminal; NO_COLOR and FORCE_COLOR decide first. */
function useColors(stream: NodeJS.WriteStream): boolean {
  if ((process.env["NO_COLOR"] ?? "") !== "") return false;
  if ((process.env["FORCE_COLOR"] ?? "") !== "") return process.env["FORCE_COLOR"] !== "0";
  return stream.isTTY && process.env["TERM"] !== "dumb";
}

/**
 * Output that nobody takes (`create-api-route --help | head -1`, a full disk behind a redirection) changes nothing of what
 * was done, and the exit code speaks of that.
 */
function ignore(): void {
  // Without a listener, Node would end the process with a stack trace.
}

function print(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${text}\n`);
}
