/** What a run is at, in words for whoever waits. */
type Stage =
  | "Reading what is there"
  | "Reading habits"
  | "Planning"
  | "Comparing and formatting"
  | "Writing"
  | "Rendering"
  | "Compiling";

/** Told how far a stage is. */
export type Tick = (done: number, all: number) => void;

/** Shows how far a run is, to a person. */
export interface Progress {
  readonly tick: (stage: Stage, done: number, all: number) => void;
  /** Takes away what was shown: something else is to be said. */
  readonly clear: () => void;
}

/** Shows nobody anything. */
export const noProgress: Progress = { tick: () => undefined, clear: () => undefined };

/** The ticks of one stage. */
export function ticksOf(progress: Progress, stage: Stage): Tick {
  return (done, all) => {
    progress.tick(stage, done, all);
  };
}
