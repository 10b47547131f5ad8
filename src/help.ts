/** What the tool does, in one sentence. */
export const mainSummary = "Writes typed Next.js route handlers into the app that you already have.";

/** What stands below the options in `--help`. Every line that starts with the tool's name is run by a test. */
export const mainExamples = `
Examples:
  $ create-api-route posts                       app/api/posts/route.ts: list and create
  $ create-api-route posts --crud                the same, and posts/[id]: read, update, delete
  $ create-api-route users/:id/orders -m GET     the orders of one user
  $ create-api-route posts/:id --auth            an item, behind the app's own guard
  $ create-api-route posts --fields "title,views:int?,status:draft|published"
  $ create-api-route upload -t form              multipart form data with a file
  $ create-api-route docs -c                     docs/[...slug]
  $ create-api-route posts -m DELETE --diff      what adding a method would change
  $ create-api-route posts tags --dry-run        what two routes would be

A route is written as posts, posts/[id] or posts/:id, docs/[...slug] or docs/*slug,
docs/[[...slug]] or docs/*slug?, (admin)/posts, /api/posts, or as a pasted
src/app/api/posts/route.ts. zsh wants brackets and stars quoted; :id and -c need no quotes.

A mutation that only your own pages call may be simpler as a server action:
https://nextjs.org/docs/app/getting-started/mutating-data`;
