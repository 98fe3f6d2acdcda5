// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import type { Command, Context } from './command.ts';
import { followKeyboard } from './keyboard.ts';

let done: string[] = [];
let unfollow = (): void => undefined;
const command = (id: string, more: Partial<Command> = {}): Command =>
  ({ id, labelKey: 'app.name', group: 'app', keys: ['V'], when: () => true, run: () => void done.push(id), ...more });

function press(commands: readonly Command[], context: Context): readonly string[] {
  done = [];
  unfollow();
  unfollow = followKeyboard({ commands: () => commands, context: () => context, onRun: ({ run }) => void run() });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', code: 'KeyV', bubbles: true, cancelable: true }));
  return done;
}

afterEach(() => unfollow());

test('a key is a command’s only where that has its place, though it could be given elsewhere too', () => {
  const commands = [command('library.list'), command('search.view'), command('names.sort', { contexts: ['names', 'rules'] }), command('app.any', { contexts: 'all' })];
  expect(press(commands, 'library')).toEqual(['library.list']);
  expect(press(commands, 'search')).toEqual(['search.view']);
  expect(press(commands, 'rules')).toEqual(['names.sort']);
  expect(press(commands, 'history')).toEqual(['app.any']);
  expect(press(commands.slice(0, 3), 'start')).toEqual([]);
});
