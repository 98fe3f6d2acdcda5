import { expect, test } from 'vitest';
import { parseKeys } from '../../commands/keys.ts';
import { registry } from './registry.ts';

test('there are commands of every screen', () => {
  expect(new Set(registry.all.map(({ id }) => id.split('.')[0]))).toEqual(new Set(['app', 'desk', 'export', 'history', 'learning', 'library', 'project', 'topics']));
});

test('no key begins a sequence and is a command of the same screen by itself: it would never be waited for', () => {
  const first = (id: string) => id.split('.')[0];
  const sequences = registry.all.flatMap((command) => command.keys.filter((keys) => keys.includes(' ')).map((keys) => ({ command, begins: keys.split(' ')[0] })));
  expect(sequences.length).toBeGreaterThan(5);
  const clashes = sequences.flatMap(({ command, begins }) =>
    registry.all.filter((other) => other.keys.includes(begins ?? '') && first(other.id) === first(command.id)).map((other) => `${other.id} hides ${command.id}`));
  expect(clashes).toEqual([]);
});

test('on one screen no key is given twice', () => {
  const shared = new Set(['app', 'history', 'project']);
  for (const screen of ['desk', 'library', 'topics', 'export', 'learning']) {
    const seen = new Map<string, string>();
    for (const command of registry.all.filter(({ id }) => id.startsWith(`${screen}.`) || shared.has(id.split('.')[0] ?? ''))) {
      for (const keys of command.keys) {
        expect(parseKeys(keys).length).toBeGreaterThan(0);
        const other = seen.get(keys);
        // Undo and redo are the desk's own there: the program's stand back.
        if (other !== undefined && !command.id.startsWith('history.')) expect(`${keys}: ${other} and ${command.id}`).toBe('given once');
        seen.set(keys, command.id);
      }
    }
  }
});
