import type { Edit } from '#core/edits/edit.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { Deed } from './deed.ts';

/**
 * Whether a deed can be taken back although later ones stand on the same issue: only where it set fields (of an article's head or of the
 * issue's metadata) that no later deed sets, carries or removes. Both orders then give the same issue, and what takes the
 * later deeds back stays right.
 */
export function commutes(deed: Deed, later: readonly Deed[]): boolean {
  const own = fieldsOf(deed);
  if (own === null) return false;
  return later.every((each) => {
    const touched = carriedBy(each);
    return own.every(({ article, field }) => !touched.some((other) => other.article === article && (other.field === field || other.field === '*')));
  });
}

/** A field of an article's head, or (article null) of the metadata. `*`: all of them. */
type Field = { readonly article: ArticleId | null; readonly field: string };

const FIELD_OF: Partial<Record<Edit['kind'], string>> = { setTopics: 'topics', setNote: 'note', setStatus: 'status' };

/** The fields a deed sets, or null if it does anything else. */
function fieldsOf(deed: Deed): readonly Field[] | null {
  if (deed.kind === 'metadata') return Object.keys(deed.after).map((field) => ({ article: null, field }));
  if (deed.kind === 'settle' || deed.kind === 'aside') return carriedBy(deed);
  if (deed.kind !== 'edits') return null;
  const fields: Field[] = [];
  for (const { edit } of deed.edits) {
    const field = FIELD_OF[edit.kind];
    if (!field || !('article' in edit)) return null;
    fields.push({ article: edit.article, field });
  }
  return fields;
}

/** The fields that a deed or what takes it back sets, or brings or takes away with a whole article. */
function carriedBy(deed: Deed): readonly Field[] {
  switch (deed.kind) {
    case 'metadata':
      return fieldsOf(deed)!;
    case 'edits':
      return [...deed.edits.map(({ edit }) => edit), ...deed.inverse].flatMap(carriedByEdit);
    case 'back':
      return deed.edits.flatMap(carriedByEdit);
    case 'settle':
      return deed.after.map(({ kind, subject }) => ({ article: null, field: `settled ${kind} ${subject}` }));
    case 'aside':
      return [{ article: null, field: 'aside' }];
    case 'encoding':
    case 'settings':
    case 'topic':
    case 'scheme':
    case 'weights':
    case 'reading':
      return [];
  }
}

function carriedByEdit(edit: Edit): readonly Field[] {
  switch (edit.kind) {
    case 'setTopics':
    case 'setNote':
    case 'setStatus':
      return [{ article: edit.article, field: FIELD_OF[edit.kind]! }];
    case 'mergeAbove':
      return [{ article: edit.article, field: '*' }];
    case 'splitBefore':
      return [{ article: edit.head.id, field: '*' }];
    case 'movePassages':
    case 'setAside':
    case 'restore':
      return edit.moves.flatMap(({ to }) => (to.article !== null && to.open ? [{ article: to.open.head.id, field: '*' }] : []));
    case 'reorder':
    case 'setRole':
    case 'join':
    case 'break':
    case 'cutPassage':
    case 'replaceText':
    case 'fillGap':
      return [];
  }
}
