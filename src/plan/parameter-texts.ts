/** A parameter with its type; without a name it is the pattern that takes `params` out. */
export function parameterText(name: string | undefined, type: string | undefined): string {
  return `${name ?? "{ params }"}${typeAnnotation(type)}`;
}

/** `: Type`, or nothing where the type follows from elsewhere. */
export function typeAnnotation(type: string | undefined): string {
  return type === undefined ? "" : `: ${type}`;
}
