import type { TemplateName } from "../spec/templates.js";
import type { Template } from "./roles.js";
import { basic } from "./templates/basic.js";
import { cookies } from "./templates/cookies.js";
import { form } from "./templates/form.js";
import { resource } from "./templates/resource.js";
import { search } from "./templates/search.js";
import { text } from "./templates/text.js";

/** What each template writes. A name in spec/templates.ts without a row here does not compile. */
export const templates = { resource, basic, text, search, form, cookies } as const satisfies Record<
  TemplateName,
  Template
>;
