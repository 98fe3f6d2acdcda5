import { useMemo } from 'react';
import type { Params, StringKey } from '#strings/index.ts';
import { isMac, useKeyboard } from './keyboard.ts';
import { useKeymap } from './keymap.ts';
import type { KeyCaps } from './label.ts';
import { keyLabels } from './label.ts';

/** The sentences that speak of keys: the parameters they ask for, and the commands whose keys those are. */
export const KEYS_SAID: { readonly [K in StringKey]?: Readonly<Record<string, string>> } = {
  'accepted.empty-text': { project: 'desk.dismissInProject', everywhere: 'desk.dismissEverywhere' },
  'desk.link.no-next': { goesOn: 'desk.goesOnIn' },
  'desk.link.no-previous': { comesFrom: 'desk.comesFrom' },
  'desk.no-articles.text': { restore: 'desk.restore', body: 'desk.role.body' },
  'desk.refused.no-other-role': { body: 'desk.role.body' },
  'desk.refused.not-in-an-article': { restore: 'desk.restore', body: 'desk.role.body' },
  'findings.no-suggestion': { edit: 'desk.edit', dismiss: 'desk.reject' },
  'findings.only-here': { dismiss: 'desk.reject' },
  'preview.said.merge': { take: 'desk.edit', leave: 'desk.less' },
  'preview.said.split': { take: 'desk.edit', leave: 'desk.less' },
  'queue.finished': { choose: 'queue.choose' },
};

/** The keys a sentence speaks of, as they are in force and as this keyboard bears them. `—` for a command that has none. */
export function keysSaid(sentence: StringKey, keys: ReadonlyMap<string, readonly string[]>, caps: KeyCaps, mac: boolean): Params {
  return Object.fromEntries(Object.entries(KEYS_SAID[sentence] ?? {}).map(([name, command]) => {
    const [first] = keys.get(command) ?? [];
    return [name, first === undefined ? '—' : keyLabels(first, caps, mac).join(' ')];
  }));
}

/** The same for the window: again whenever the keys are changed. */
export function useKeysSaid(sentence: StringKey | null): Params {
  const keys = useKeymap((state) => state.keys);
  const caps = useKeyboard((state) => state.caps);
  return useMemo(() => (sentence === null ? {} : keysSaid(sentence, keys, caps, isMac())), [sentence, keys, caps]);
}
