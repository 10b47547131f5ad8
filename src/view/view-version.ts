/**
 * The version of the view. It rises when a key goes or means something else, and not when one is added. A template says
 * which one it was written for by a comment, `<%# view: 1 -%>`.
 */
export const viewVersion = 1;
