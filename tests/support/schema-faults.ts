import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { publishedSchema, schemaNames, schemaUrl, type SchemaName } from "../../src/schemas/published.js";

type Errors = readonly ErrorObject[];

const ajv = new Ajv2020({ strict: true, allErrors: true });
for (const name of schemaNames) ajv.addSchema(publishedSchema(name));

/**
 * What a schema has against a value, a line for each; nothing if it accepts it. Where there are several forms, only what
 * the form that is meant has against it.
 */
export function schemaFaults(name: SchemaName, value: unknown): string[] {
  const validate = validatorOf(schemaUrl(name));
  if (validate(value)) return [];
  const { errors } = validate;
  const forms = formsOf(name).map((form) => meant(errorsOf(validatorOf(`${schemaUrl(name)}${form}`), value)));
  const lines = [...new Set((closest(forms, "") ?? meant(errors ?? [])).map(lineOf))];
  return lines.length > 0 ? lines : ["the document is of more than one form"];
}

function validatorOf(id: string): ValidateFunction {
  const validate = ajv.getSchema(id);
  if (!validate) throw new Error(`There is no schema ${id}.`);
  return validate;
}

/** The forms of a document, as references. */
function formsOf(name: SchemaName): string[] {
  const { oneOf = [] } = publishedSchema(name) as { oneOf?: { $ref: string }[] };
  return oneOf.map(({ $ref }) => $ref);
}

function errorsOf(validate: ValidateFunction, value: unknown): Errors {
  validate(value);
  return validate.errors ?? [];
}

/** Of the alternatives at a place, only what is wrong by the one that is meant; the innermost come first among errors. */
function meant(errors: Errors): Errors {
  const choice = errors.find(
    ({ keyword, schemaPath }) =>
      /^(one|any)Of$/.test(keyword) && errors.some((error) => error.schemaPath.startsWith(`${schemaPath}/`)),
  );
  if (!choice) return errors;
  const { schemaPath, instancePath } = choice;
  const isBelow = (error: ErrorObject) =>
    error.schemaPath.startsWith(`${schemaPath}/`) && error.instancePath.startsWith(instancePath);
  const branchOf = (error: ErrorObject) => error.schemaPath.slice(schemaPath.length + 1).split("/")[0];
  const below = errors.filter(isBelow);
  const branches = [...new Set(below.map(branchOf))].map((branch) =>
    below.filter((error) => branchOf(error) === branch),
  );
  const others = errors.filter((error) => error !== choice && !isBelow(error));
  return meant([...others, ...(closest(branches, instancePath) ?? [])]);
}

/** The form that has the least against a value, going by the errors of each. */
function closest(forms: readonly Errors[], place: string): Errors | undefined {
  const misfit = (errors: Errors) => errors.reduce((sum, error) => sum + weightOf(error, place), 0);
  return forms.toSorted((one, other) => misfit(one) - misfit(other))[0];
}

/** How much an error speaks against a form: its kind and its marks more than its parts, and those more than theirs. */
function weightOf({ keyword, instancePath }: ErrorObject, place: string): number {
  const depth = instancePath.slice(place.length).split("/").length - 1;
  const isMark = (keyword === "type" && depth === 0) || (keyword === "const" && depth === 1);
  return isMark ? 100 : 100 ** -depth;
}

function lineOf({ instancePath, message = "", params }: ErrorObject): string {
  return `${instancePath === "" ? "the document" : instancePath} ${message} ${JSON.stringify(params)}`;
}
