/**
 * What the prompts library draws with knows nothing of NO_COLOR, and some of its texts are coloured when it is loaded: so this
 * has to be loaded before it.
 */
import process from "node:process";
import kleur from "kleur";
import { useColors } from "../use-colors.js";

kleur.enabled = useColors(process.stderr);
