import { openEngine } from '../engine.ts';

/**
 * A process that opens a project on whose pages rules are still to be applied, and says on its standard output how many of them were. It is there to be killed.
 * Where none is left to be applied it says a number beyond all of them. Arguments: the base folder of a temporary project, and after how many rules to stand still; `run`: never.
 */
const [base = '', still = 'run'] = process.argv.slice(2);

const opened = await openEngine(
  { projectPath: `${base}/test.stet`, folder: `${base}/pages`, resourcesPath: `${base}/resources`, logPath: `${base}/engine.log`, editor: 'Editor', watch: false },
  { read: false },
);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { store } = opened.value;
const first = applied();
setInterval(() => undefined, 60_000); // until it is killed

function applied(): number {
  return store.db.get<{ times: number }>(`SELECT count(*) AS times FROM entry WHERE label = 'apply-rule'`)!.times;
}

/** Whether none is left: on a slow machine some, or all, were applied before the first was said. */
function isOver(): boolean {
  return store.db.get<{ times: number }>('SELECT count(*) AS times FROM rule_due')!.times === 0;
}

function say(): void {
  const now = isOver() ? Number.MAX_SAFE_INTEGER : applied() - first;
  process.stdout.write(`${now}\n`);
  if (now >= Number(still)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
store.changes.listen(say);
say();
