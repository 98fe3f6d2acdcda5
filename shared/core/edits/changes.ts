import type { Article, Issue, LinkEnd } from '../model/issue.ts';
import { readPieces } from '../model/reading.ts';
import type { Role } from '../model/role.ts';

/**
 * One thing that is otherwise after an act. `text`: of a passage, with a little around it; `role`; `place`: the headline of the article a passage stands
 * in (empty: aside); `status`, `note`, `topics` of an article; `next`, `previous`: the issue in which it goes on, or
 * from which it comes, as a number; `answer`: a verdict on the decision of the kind `name`; `accepted`: a wording, and where (`name`).
 */
export type Change = {
  readonly what: 'text' | 'role' | 'place' | 'status' | 'note' | 'topics' | 'next' | 'previous' | 'answer' | 'accepted';
  readonly subject: string; // the passage or article
  readonly name: string; // how the text or the headline begins, to know it by
  readonly before: string;
  readonly after: string;
};

const AROUND = 12; // characters shown on either side of what is otherwise
const NAME = 16;

/** What is otherwise on a page, in the order in which it reads afterwards; what is gone comes last. */
export function changesBetween(before: Issue, after: Issue): readonly Change[] {
  const [was, is] = [passagesOf(before), passagesOf(after)];
  const changes: Change[] = [];
  for (const [id, now] of is) {
    const old = was.get(id);
    const name = nameOf(now.text);
    const add = (what: Change['what'], from: string, to: string) => {
      if (from !== to) changes.push({ what, subject: id, name, before: from, after: to });
    };
    if ((old?.text ?? '') !== now.text) changes.push({ what: 'text', subject: id, name, ...excerpts(old?.text ?? '', now.text) });
    if (!old) continue;
    add('role', old.role, now.role);
    if (old.article !== now.article) changes.push({ what: 'place', subject: id, name, before: old.title, after: now.title });
  }
  for (const [id, { text }] of was) if (!is.has(id)) changes.push({ what: 'text', subject: id, name: nameOf(text), ...excerpts(text, '') });
  return [...changes, ...articleChanges(before, after)];
}

function articleChanges(before: Issue, after: Issue): readonly Change[] {
  return after.articles.flatMap((article): readonly Change[] => {
    const old = before.articles.find(({ id }) => id === article.id);
    if (!old || old === article) return [];
    const fields = {
      status: (each: Article) => each.status, note: (each: Article) => each.note, topics: (each: Article) => each.topics.map(({ id }) => id).join(' '),
      next: (each: Article) => endText(each.next), previous: (each: Article) => endText(each.previous),
    };
    return (['next', 'previous', 'status', 'note', 'topics'] as const).flatMap((what) => {
      const [from, to] = [fields[what](old), fields[what](article)];
      return from === to ? [] : [{ what, subject: article.id, name: titleOf(after, article), before: from, after: to }];
    });
  });
}

/** The issue that an end of a link is in; '' for none. */
export const endText = (end: LinkEnd | null | undefined): string => (end ? String(end.issue) : '');

type Seen = { readonly text: string; readonly role: Role; readonly article: string | null; readonly title: string };

function passagesOf(issue: Issue): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  const text = (pieces: Parameters<typeof readPieces>[1]) => readPieces(issue.source, pieces, 'emended');
  for (const article of issue.articles) {
    const title = titleOf(issue, article);
    for (const { id, role, pieces } of article.passages) seen.set(id, { text: text(pieces), role, article: article.id, title });
  }
  for (const { id, role, pieces } of issue.aside) seen.set(id, { text: text(pieces), role, article: null, title: '' });
  return seen;
}

function titleOf(issue: Issue, { passages }: Article): string {
  const first = passages.find(({ role }) => role === 'headline') ?? passages[0];
  return first ? nameOf(readPieces(issue.source, first.pieces, 'emended')) : '';
}

/** How a text begins; no character is cut in two. */
export const nameOf = (text: string): string => Array.from(text.slice(0, 2 * NAME)).slice(0, NAME).join('');

/** Two texts, each cut down to where they differ and `around` characters on either side. No character is cut in two. */
export function excerpts(before: string, after: string, around = AROUND): { readonly before: string; readonly after: string } {
  const [a, b] = [Array.from(before), Array.from(after)];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const from = Math.max(0, start - around);
  const cut = (text: readonly string[]) => {
    const to = Math.min(text.length, text.length - end + around);
    return `${from > 0 ? '…' : ''}${text.slice(from, to).join('')}${to < text.length ? '…' : ''}`;
  };
  return { before: cut(a), after: cut(b) };
}
