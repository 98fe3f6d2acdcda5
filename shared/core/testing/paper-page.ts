import type { Decision } from '../model/decision.ts';
import { articleId, passageId } from '../model/ids.ts';
import type { Article, Passage, Status, TopicRef, Tree } from '../model/issue.ts';
import type { Piece } from '../model/piece.ts';
import type { Reason } from '../model/reason.ts';
import type { Role } from '../model/role.ts';
import { byline, caption, credit, dispatch, headline, kicker, paragraph, pickFrom, subhead, subtitle } from './paper-prose.ts';
import type { Pick } from './paper-prose.ts';

/** A page of a made-up paper: its text, where it would lie, and a machine's reading of it with doubts. */
export type PaperPage = { readonly path: string; readonly source: string; readonly tree: Tree; readonly decisions: readonly Decision[] };

type Strip = { readonly role: Role; readonly text: string; readonly cut: boolean }; // cut: a column's end breaks it in two

const NOWHERE: readonly TopicRef[] = [];
const PAGES = 8; // of one day's paper
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1998, 0, 1);
const LENGTHS = [1, 1, 2, 2, 3, 3, 4, 5, 6, 9]; // paragraphs of an article
const SURE = [0.99, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9, 0.88];
const UNSURE = [0.79, 0.74, 0.68, 0.61, 0.55];
/** Reasons that speak of nothing but themselves. */
const WHY = ['dispatch-ahead', 'distance', 'like-another-line', 'lines-together', 'named-below', 'no-punctuation', 'subject-changes', 'subject-goes-on'].map((name): Reason => ({ id: `split.reason.${name}` }));

/**
 * The page of a number, always the same: so many articles that differ in length, some with a doubtful beginning or a doubtful join, some with faults that
 * checks find. One in five pages is approved and tagged with `topics`; on the others nothing is decided.
 */
export function paperPage(number: number, articles: number, topics: readonly TopicRef[] = NOWHERE): PaperPage {
  const pick = pickFrom(number + 1);
  const day = new Date(FIRST_DAY + Math.floor(number / PAGES) * DAY).toISOString().slice(0, 10);
  const page = (number % PAGES) + 1;
  const approved = number % 5 === 4;
  const status: Status = approved ? 'approved' : 'new';
  const decisions: Decision[] = [];
  const made: Article[] = [];
  let source = '';

  const put = (text: string, gap: number) => {
    if (source !== '') source += '\n'.repeat(gap + 1);
    const from = source.length;
    source += text;
    return { from, to: source.length };
  };
  const decide = (kind: Decision['kind'], subject: Decision['subject'], odds: number) =>
    decisions.push({ kind, subject, confidence: pick(Array.from({ length: odds }, (_, i) => i)) === 0 ? pick(UNSURE) : pick(SURE), reasons: [pick(WHY), pick(WHY)] });
  const passage = ({ role, text, cut }: Strip, gap: number): Passage => {
    const middle = cut ? Math.floor(text.length / 2) : text.length;
    const parts = [text.slice(0, middle), text.slice(middle)].filter((part) => part !== '');
    const pieces = parts.map((part, index): Piece => ({ kind: 'kept', range: put(part, index === 0 ? gap : 1) }));
    const id = passageId(`p-paper${number}-${pieces[0]!.kind === 'kept' ? pieces[0]!.range.from : 0}`);
    decide('role', id, 40);
    if (parts.length > 1) decide('join', id, 3);
    return { id, role, pieces };
  };

  const furniture = passage({ role: 'furniture', text: `${day.replaceAll('-', '.')} 第${page}版`, cut: false }, 0);
  for (let n = 0; n < articles; n += 1) {
    const passages = stripsOf(pick).map((strip, index) => passage(strip, index === 0 ? 3 : 1));
    const id = articleId(`a${passages[0]!.id.slice(1)}`);
    decide('boundary', id, 9);
    made.push({ id, status, topics: approved && topics.length > 0 ? [pick(topics)] : NOWHERE, note: '', passages });
  }
  return { path: `${day.slice(0, 7)}/南湾日报_${day.replaceAll('-', '')}_${String(page).padStart(2, '0')}.txt`, source: `${source}\n`, tree: { articles: made, aside: [furniture] }, decisions };
}

/** The passages of one article, in reading order. */
function stripsOf(pick: Pick): readonly Strip[] {
  const plain = (role: Role, text: string): Strip => ({ role, text, cut: false });
  const maybe = (role: Role, text: string, one: number): readonly Strip[] => (pick(Array.from({ length: one }, (_, i) => i)) === 0 ? [plain(role, text)] : []);
  const length = pick(LENGTHS);
  const dispatched = pick([true, true, false]);
  const body = Array.from({ length }, (_, index): readonly Strip[] => [
    ...(length > 4 && index % 3 === 2 ? [plain('subhead', subhead(pick))] : []),
    { role: 'body', text: (index === 0 && dispatched ? dispatch(pick) : '') + paragraph(pick, pick([2, 3, 4, 5]), 60), cut: pick([true, false, false, false, false, false]) },
  ]).flat();
  return [
    ...maybe('kicker', kicker(pick), 4),
    plain('headline', headline(pick)),
    ...maybe('subtitle', subtitle(pick), 5),
    ...(dispatched ? [] : [plain('byline', byline(pick))]),
    ...body,
    ...(length > 2 ? maybe('caption', caption(pick), 3) : []),
    ...(length > 2 ? maybe('credit', credit(pick), 4) : []),
  ];
}
