/**
 * What makes the generated files of the repository; `npm run fix` runs them. Each runs with plain Node, from the checkout.
 * Those that can only compare too are run so by a guard; the others have a test of their own beside them.
 * @type {readonly { readonly script: string, readonly compare?: readonly string[] }[]}
 */
export const generators = [
  { script: 'electron/engine/db/generate-schema.mjs', compare: ['--check'] },
  { script: 'resources/lexicon/common-characters.mjs', compare: ['--check'] },
];
