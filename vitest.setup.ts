import * as fc from 'fast-check';

/** Properties are tried on the same cases in every run, so that a run says what the code does and not what the dice did. Others: STET_SEED=7 npx vitest run. */
fc.configureGlobal({ seed: Number(process.env['STET_SEED'] ?? 1) });
