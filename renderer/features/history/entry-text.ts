import type { Brief, HistoryRow } from '#contract/schemas/history.ts';
import type { Entry, Language, Scheme } from '#contract/schemas/project.ts';
import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';

/** What an entry of the history is called. */
export function labelText(t: Translate, label: string): string {
  const key = `history.${label}`;
  return isStringKey(key) ? t(key) : t('desk.history.other');
}

/** The same of an undo or a redo: with what it took back or did again. */
export function whatText(t: Translate, entry: Entry, byId: ReadonlyMap<number, Entry>): string {
  const source = (other: number) => labelText(t, byId.get(other)?.label ?? entry.label);
  if (entry.undoes !== null) return t('desk.history.undoes', { what: source(entry.undoes) });
  if (entry.redoes !== null) return t('desk.history.redoes', { what: source(entry.redoes) });
  return labelText(t, entry.label);
}

/** The same of a line of the whole project's history. */
export function rowText(t: Translate, { label, turns }: HistoryRow): string {
  if (!turns) return labelText(t, label);
  return t(turns.back ? 'desk.history.undoes' : 'desk.history.redoes', { what: labelText(t, turns.label) });
}

/** How an act speaks of what it changed: text of the page is Chinese, whatever language the window speaks. */
export const spoken = (what: Brief['what']) => (what === 'text' || what === 'accepted' || what === 'place' || what === 'next' || what === 'previous' || what === 'act' ? { lang: 'zh-Hans' } : {});

/** What is different before and after: of topics those that came or went, not those that stayed. */
export function difference({ what, before, after }: Pick<Brief, 'what' | 'before' | 'after'>): { readonly before: string; readonly after: string } {
  if (what !== 'topics') return { before, after };
  const without = (one: string, other: string) => one.split(' ').filter((id) => !other.split(' ').includes(id)).join(' ');
  return { before: without(before, after), after: without(after, before) };
}

/** A value of a change in the words of the window. */
export function valueText(t: Translate, language: Language, schemes: readonly Scheme[], what: Brief['what'], value: string): string {
  const named = (prefix: string) => (isStringKey(`${prefix}.${value}`) ? t(`${prefix}.${value}` as Parameters<Translate>[0]) : value);
  switch (what) {
    case 'role':
      return named('desk.role');
    case 'status':
      return named('status');
    case 'place':
      return value === '' ? t('desk.history.aside') : value;
    case 'answer':
      return t(`desk.history.answer.${value === 'right' || value === 'wrong' ? value : 'none'}`);
    case 'topics':
      return value.split(' ').map((id) => schemes.flatMap((scheme) => scheme.topics).find((topic) => topic.id === id)?.labels[language] ?? id).join(' · ') || '—';
    case 'text':
    case 'next':
    case 'previous':
    case 'note':
    case 'act':
    case 'accepted':
    case 'field':
    case 'label':
      return value === '' ? '—' : value;
  }
}
