import './node-version.mjs';
import { allParts } from './build-parts.mjs';
import { runVerb } from './failure.mjs';
import { preparePlain } from './prepare.mjs';

// npm run build: builds what is stale into dist/.
await runVerb(async () => {
  await preparePlain(allParts);
  return 0;
});
