export const pureRoom = "This room is pure: hand the edge in as a function.";

/** What the linter has no rule for, and the pure rooms need: nothing is loaded late there, as a load is an edge. */
export default {
  meta: { name: "pure-rooms" },
  rules: {
    "no-late-import": {
      /** @param {{ report: (finding: { node: object, message: string }) => void }} context */
      create: (context) => ({
        /** @param {object} node */
        ImportExpression(node) {
          context.report({ node, message: pureRoom });
        },
      }),
    },
  },
};
