import { apply } from '../edits/apply.ts';
import type { Edit } from '../edits/edit.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { Issue, Passage } from '../model/issue.ts';
import { pieceLength } from '../model/pieces.ts';
import { firstOffset } from '../model/positions.ts';
import { isArticleRole } from '../model/role.ts';

const startOf = ({ pieces }: Passage): number => firstOffset(pieces) ?? -1;
const passagesOf = ({ articles, aside }: Issue): readonly Passage[] => [...articles.flatMap(({ passages }) => passages), ...aside];

/**
 * Edits that a patient person would make to bring an issue to the truth, one that has a passage for every kept piece: everything into one article, in the
 * order of the source, every role as it should be, articles parted, asides set aside, all approved. `serial` makes the new ids.
 */
export function editsToTruth(issue: Issue, truth: Issue, serial: string): readonly Edit[] {
  const edits: Edit[] = [];
  let now = issue;
  const make = (edit: Edit) => {
    const next = apply(now, edit);
    if (!next.ok) throw new Error(`${edit.kind}: ${next.error.code}`);
    edits.push(edit);
    now = next.value;
  };
  const [first] = now.articles;
  if (!first) throw new Error('a page without articles');
  for (const { id } of now.aside) make({ kind: 'restore', moves: [{ passage: id, to: { article: first.id, after: null }, role: 'body' }] });
  for (const { id } of now.articles.slice(1).toReversed()) make({ kind: 'mergeAbove', article: id });
  for (let cut = 0; ; cut += 1) {
    const joined = passagesOf(now).find(({ pieces }) => pieces.length > 1);
    if (!joined) break;
    make({ kind: 'break', passage: joined.id, at: pieceLength(joined.pieces[0]!), lower: { id: passageId(`p-${serial}-${cut}`), role: joined.role } });
  }
  const inOrder = passagesOf(now).toSorted((a, b) => startOf(a) - startOf(b));
  make({ kind: 'movePassages', moves: inOrder.map(({ id }, index) => ({ passage: id, to: { article: first.id, after: inOrder[index - 1]?.id ?? null } })) });
  const known = new Map(inOrder.map((passage) => [startOf(passage), passage]));
  for (const { role, pieces } of truth.articles.flatMap(({ passages }) => passages)) {
    const passage = known.get(firstOffset(pieces) ?? -1);
    if (!passage) throw new Error('the truth has a passage that the page has not');
    if (passage.role !== role && isArticleRole(role)) make({ kind: 'setRole', passage: passage.id, role });
  }
  truth.articles.slice(1).forEach(({ passages: [begin] }, index) => {
    make({ kind: 'splitBefore', passage: known.get(startOf(begin!))!.id, head: { id: articleId(`a-${serial}-${index}`), status: 'in-work', topics: [], note: '' } });
  });
  for (const aside of truth.aside) make({ kind: 'setAside', moves: [{ passage: known.get(startOf(aside))!.id, to: { article: null, after: null }, role: aside.role }] });
  for (const { id } of now.articles) make({ kind: 'setStatus', article: id, status: 'approved' });
  return edits;
}
