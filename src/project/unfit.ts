/** Why a resource cannot be kept where it was to be: what is wrong, and what to do. */
export interface Unfit {
  readonly why: string;
  readonly way: string;
}
