/** A package that the app has to have for what is asked. */
export interface PackageSetup {
  /** The npm package, and its majors that the code is for: from the first to the last, if there is a last. */
  readonly package: string;
  readonly majors: readonly [first: number, last?: number];
  /** What a package manager is told to install, where that is not the package's name. */
  readonly install?: string;
}
