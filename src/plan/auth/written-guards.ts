import type { WrittenAuth } from "../../spec/auth.js";
import { authjs } from "./authjs.js";
import { bearer } from "./bearer.js";
import { betterAuth } from "./better-auth.js";
import { clerk } from "./clerk.js";
import type { WriteGuard } from "./guard.js";
import { nextAuth } from "./next-auth.js";
import { session } from "./session.js";
import { supabase } from "./supabase.js";

/** The guards that this tool writes itself. */
export const writtenGuards: Readonly<Record<WrittenAuth, WriteGuard>> = {
  bearer,
  authjs,
  "next-auth": nextAuth,
  clerk,
  "better-auth": betterAuth,
  supabase,
  session,
};
