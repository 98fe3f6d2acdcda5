import type { Edit } from '#core/edits/edit.ts';
import { passageId } from '#core/model/ids.ts';
import { openEngine } from '../engine.ts';

/**
 * A process that edits a project without end and says so on its standard output once each act is acknowledged: `key label version`.
 * It is there to be killed. Arguments: the base folder of a temporary project, a seed, and from which act on to count.
 */
const [base = '', seed = '1', from = '0'] = process.argv.slice(2);

let state = Number(seed);
const die = (sides: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 8) % sides;
};

const opened = await openEngine(
  { projectPath: `${base}/test.stet`, folder: `${base}/pages`, resourcesPath: `${base}/resources`, logPath: `${base}/engine.log`, editor: 'Editor', watch: false },
  { read: false },
);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const engine = opened.value;
const issues = engine.store.db.all<{ id: number }>('SELECT id FROM issue ORDER BY id').map(({ id }) => id);

const versions = new Map<number, number>();
for (let n = Number(from); ; n += 1) {
  const issue = issues[die(issues.length)]!;
  const once = `${seed}-act-${n}`;
  const open = await engine.call('issue.open', { issue });
  if (!open.ok) throw new Error(JSON.stringify(open.error));
  const { version, tree } = open.value;
  versions.set(issue, version);
  const text = { kind: 'replaceText', passage: passageId('p2'), from: 0, to: die(3), put: { text: `${n}`, why: { id: 'person' } } } satisfies Edit;
  const acts = [
    async () => engine.call('issue.edit', { once, issue, version, label: 'test', edits: [text] }),
    async () => engine.call('issue.type', { once, issue, version, run: `${seed}-run-${n >> 2}`, edits: [text] }),
    async () => engine.call('history.undo', { once, issue }),
    async () => engine.call('history.redo', { once, issue }),
    async () => engine.call('library.setTopics', { once, selection: { filter: {} }, add: [{ scheme: 'own', id: `t${n}` }], remove: [] }),
    async () => engine.call('issue.edit', { once, issue, version, label: 'test', edits: [{ kind: 'setNote', article: tree.articles[0]!.id, note: `${n}` }] }),
  ];
  const result = await acts[die(acts.length)]!();
  if (result.ok) process.stdout.write(`${once}\n`);
}
