import { useSyncExternalStore } from 'react';
import type { PassageId } from '#core/model/ids.ts';
import type { Passage } from '#core/model/issue.ts';
import { askingStore } from './desk-asking.ts';
import type { Doubt } from './desk-doubts.ts';
import { doubtsByPassage } from './desk-doubts-now.ts';
import { outlineOf } from './desk-outline.ts';
import type { Outline } from './desk-outline.ts';
import { selectedSet } from './desk-selected.ts';
import { deskViewStore } from './desk-view.ts';
import type { DeskView, View, Writing } from './desk-view.ts';
import { deskStore, shownDesk } from './desk.ts';
import type { DeskState, Page } from './desk.ts';

/** All that the drawing of a passage hangs on. */
export type PassageFacts = {
  readonly passage: Passage | null; // null once it is gone
  readonly source: string; // of the page
  readonly state: 'focus' | 'selected' | 'near' | '';
  readonly marked: boolean;
  readonly writing: Writing | null; // what is being written in it
  readonly view: View;
  readonly doubts: readonly Doubt[]; // what still wants a decision at it
  readonly index: number; // of the one with the focus: where it stands in its article (or aside), from 1; of the others 0
  readonly count: number; // … and how many stand there
};

/** What the facts are read from: the same for all passages, so it is looked up once for all that are read. */
type Around = Pick<DeskView, 'selection' | 'hover' | 'marks' | 'writing' | 'view'> & {
  readonly page: Page | null;
  readonly outline: Outline | null;
  readonly selected: ReadonlySet<PassageId>;
  readonly doubts: ReadonlyMap<PassageId, readonly Doubt[]>;
};

function lookAround(): Around {
  const { page } = deskStore.getState();
  const { selection, hover, marks, writing, view } = deskViewStore.getState();
  return { page, outline: page && outlineOf(page.issue), selected: selectedSet(page?.issue ?? null, selection), doubts: doubtsByPassage(), selection, hover, marks, writing, view };
}

const NO_DOUBTS: readonly Doubt[] = [];

function readFacts(id: PassageId, { page, outline, selected, doubts, selection, hover, marks, writing, view }: Around): PassageFacts {
  const stop = outline?.stops[outline.at.get(id) ?? -1];
  const isFocus = selection?.focus === id;
  const state = isFocus ? 'focus' : selected.has(id) ? 'selected' : hover === id ? 'near' : '';
  return {
    passage: stop?.passage ?? null,
    source: page?.issue.source ?? '',
    state,
    marked: marks.has(id),
    writing: writing?.passage === id ? writing : null,
    view,
    doubts: doubts.get(id) ?? NO_DOUBTS,
    index: isFocus && stop ? stop.index + 1 : 0,
    count: isFocus && stop && page ? (page.issue.articles[stop.article]?.passages ?? page.issue.aside).length : 0,
  };
}

const FACTS = ['passage', 'source', 'state', 'marked', 'writing', 'view', 'doubts', 'index', 'count'] as const satisfies readonly (keyof PassageFacts)[];

const same = (a: PassageFacts, b: PassageFacts): boolean => FACTS.every((fact) => a[fact] === b[fact]);

type Entry = { readonly follow: (listener: () => void) => () => void; readonly listeners: Set<() => void>; facts: PassageFacts | null }; // null: to be read again

// A key changes one passage or three of a hundred: only who shows these is told. To ask each of a hundred, several times a key, whether it has changed costs
// more than what it changes.
const entries = new Map<PassageId, Entry>();
let stop: (() => void) | null = null;

function entryOf(id: PassageId): Entry {
  const known = entries.get(id);
  if (known) return known;
  stop ??= start();
  const entry: Entry = { listeners: new Set(), facts: null, follow: (listener) => followPassage(id, listener) };
  entries.set(id, entry);
  return entry;
}

function factsOf(id: PassageId): PassageFacts {
  const entry = entryOf(id);
  return (entry.facts ??= readFacts(id, lookAround()));
}

function followPassage(id: PassageId, listener: () => void): () => void {
  const entry = entryOf(id);
  entry.listeners.add(listener);
  // What nobody follows is forgotten with the next change: a passage that moves to another article is left and followed again in the same breath.
  return () => entry.listeners.delete(listener);
}

function forget(id: PassageId): void {
  entries.delete(id);
  if (entries.size > 0) return;
  stop?.();
  stop = null;
}

function tell(ids: Iterable<PassageId>): void {
  const around = lookAround();
  for (const id of [...ids]) {
    const entry = entries.get(id);
    if (!entry) continue;
    if (entry.listeners.size === 0) {
      forget(id);
      continue;
    }
    const facts = readFacts(id, around);
    if (entry.facts && same(entry.facts, facts)) continue;
    entry.facts = facts;
    for (const listener of [...entry.listeners]) listener();
  }
}

const isOther = ({ page }: DeskState, { page: before }: DeskState): boolean => page?.issue !== before?.issue || page?.decisions !== before?.decisions || page?.settled !== before?.settled;

/** The passages for which a change of the view may mean something. */
function concerned(now: DeskView, before: DeskView): Iterable<PassageId> {
  if (now.view !== before.view) return entries.keys();
  const ids: (PassageId | null | undefined)[] = [];
  const tree = deskStore.getState().page?.issue ?? null;
  if (now.selection !== before.selection) ids.push(...selectedSet(tree, before.selection), ...selectedSet(tree, now.selection), before.selection?.focus, now.selection?.focus);
  if (now.marks !== before.marks) ids.push(...before.marks, ...now.marks);
  if (now.hover !== before.hover) ids.push(before.hover, now.hover);
  if (now.writing !== before.writing) ids.push(before.writing?.passage, now.writing?.passage);
  return new Set(ids.filter((id) => id !== null && id !== undefined));
}

const isTurned = ({ page }: DeskState, { page: before }: DeskState): boolean => page !== null && before !== null && page.id !== before.id;

/** The passages of a page go with it: who shows them need not be told that they are gone. */
function forgetFacts(): void {
  for (const entry of entries.values()) entry.facts = null;
}

function start(): () => void {
  const all = () => tell(entries.keys());
  const stops = [
    shownDesk.subscribe((now, before) => (isTurned(now, before) ? forgetFacts() : isOther(now, before) && all())),
    askingStore.subscribe(all),
    deskViewStore.subscribe((now, before) => tell(concerned(now, before))),
  ];
  return () => stops.forEach((end) => end());
}

/** A fact of a passage, or what follows from several: the same value while they say the same. */
export function usePassageFacts<T>(id: PassageId, read: (facts: PassageFacts) => T): T {
  return useSyncExternalStore(entryOf(id).follow, () => read(factsOf(id)));
}
