// What is used of the prompts library below its main function: a question that is drawn on its own.

declare module "prompts/lib/elements/prompt.js" {
  import type { EventEmitter } from "node:events";

  export interface Streams {
    readonly stdin: NodeJS.ReadStream;
    readonly stdout: NodeJS.WriteStream;
  }

  export interface Key {
    readonly name?: string;
    readonly ctrl?: boolean;
    readonly meta?: boolean;
  }

  /** Reads keys in raw mode. Emits `submit` with the value, `abort`, or `exit`. */
  export default class Prompt extends EventEmitter {
    constructor(options: Streams);
    protected readonly out: NodeJS.WriteStream;
    /** Puts the terminal back and emits. */
    close(): void;
    closed?: boolean;
    aborted?: boolean;
    bell(): void;
    /** Any key that has no action of its own. The text is missing for keys like F1. */
    _?(text: string | undefined, key: Key): void;
    abort?(): void;
  }
}

declare module "prompts/lib/elements/select.js" {
  import type Prompt from "prompts/lib/elements/prompt.js";
  import type { Streams } from "prompts/lib/elements/prompt.js";

  export interface Option {
    readonly title: string;
    readonly value: string;
    readonly description?: string;
  }
  export default class SelectPrompt extends Prompt {
    constructor(
      options: Streams & {
        message: string;
        hint: string;
        choices: readonly Option[];
        initial: number;
        optionsPerPage: number;
      },
    );
  }
}

declare module "prompts/lib/elements/multiselect.js" {
  import type Prompt from "prompts/lib/elements/prompt.js";
  import type { Streams } from "prompts/lib/elements/prompt.js";
  import type { Option } from "prompts/lib/elements/select.js";

  /** Its value is the list of all options, with `selected`. */
  export default class MultiselectPrompt extends Prompt {
    constructor(
      options: Streams & {
        message: string;
        hint: string;
        instructions: false;
        min: number;
        choices: readonly (Option & { readonly selected: boolean })[];
      },
    );
  }
}

declare module "prompts/lib/elements/confirm.js" {
  import type Prompt from "prompts/lib/elements/prompt.js";
  import type { Streams } from "prompts/lib/elements/prompt.js";

  export default class ConfirmPrompt extends Prompt {
    constructor(options: Streams & { message: string; initial: boolean });
  }
}
