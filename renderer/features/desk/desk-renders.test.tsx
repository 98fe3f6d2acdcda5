// @vitest-environment happy-dom
import { act } from 'react';
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Request } from '#contract/calls.ts';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Decision } from '#core/model/decision.ts';
import { issueOf } from '#core/testing/notation.ts';
import { act as make, planContext } from '../../state/desk-act.ts';
import { planMerge, planSplit } from '../../state/desk-plan-articles.ts';
import { planShift } from '../../state/desk-plan-passages.ts';
import { clearDesk, openPage } from '../../state/desk-open.ts';
import { undo } from '../../state/desk-undo.ts';
import { drained } from '../../state/desk-save.ts';
import { only } from '../../state/desk-selection.ts';
import { type } from '../../state/desk-type.ts';
import { drawnLater } from '../../state/shown.ts';
import { select } from '../../state/desk-view.ts';
import { accept } from '../../state/desk-work.ts';
import { createDeskEngine } from '../../testing/desk-engine.ts';
import { strike } from '../../ui/burst.ts';
import { ArticleRule } from './articles/article-rule.tsx';
import { ArticleView } from './articles/article-view.tsx';
import { PassageText } from './articles/passage-text.tsx';
import { PassageView } from './articles/passage-view.tsx';
import { Desk } from './desk.tsx';
import { BlockRow } from './source/block-row.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

// What is underlined is the browser's to draw, of which there is none here.
vi.stubGlobal('Highlight', Set);
vi.stubGlobal('CSS', { escape: CSS.escape, highlights: new Map() });

// Frames come when a test draws them: what a key draws before its frame is painted, and what it draws after, are told apart.
const frames = new Map<number, FrameRequestCallback>();
let asked = 0;
vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => (frames.set((asked += 1), callback), asked));
vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));

/** Draws one frame, and lets happen what waits for it to be painted. */
async function paint(): Promise<void> {
  await act(async () => {
    const due = [...frames.values()];
    frames.clear();
    for (const frame of due) frame(0);
    await painted();
  });
}

/** Messages come in the order they were posted in: this one after those of the frame. */
const painted = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => (port1.close(), resolve());
  port2.postMessage(null);
});

const ARTICLES = 12;
const page = issueOf(...Array.from({ length: ARTICLES }, (_, i) => [`a${i + 1} headline: 第${i + 1}题`, `a${i + 1} body: 正文${i + 1}甲，`, `a${i + 1} body: 正文${i + 1}乙。`, `a${i + 1} body: 正文${i + 1}丙。`]).flat());
const boundary: Decision = { subject: articleId('a3'), kind: 'boundary', confidence: 0.61, reasons: [] };

/** What was drawn since it was last asked for, by component: what each drawing was of. */
const drawn = new Map<string, string[]>();

/** Has a memoised component tell each time it is drawn. What it draws stays its own. */
function watch<P>(name: string, component: { readonly type: ComponentType<P> }, of: (props: P) => string): void {
  const draw = component.type as (props: P) => React.ReactNode;
  Object.assign(component, { type: (props: P) => (drawn.get(name)?.push(of(props)), draw(props)) });
}

watch('article', ArticleView, ({ id }) => id);
watch('rule', ArticleRule, ({ article }) => article);
watch('passage', PassageView, ({ id }) => id);
watch('text', PassageText, ({ view }) => view);
watch('block', BlockRow, ({ number }) => `${number}`);

const NAMES = ['article', 'rule', 'passage', 'text', 'block'] as const;
type Drawn = Readonly<Record<(typeof NAMES)[number], readonly string[]>>;

const of = (name: (typeof NAMES)[number]) => drawn.get(name)!;
const forget = () => NAMES.forEach((name) => drawn.set(name, []));
const NOTHING: Drawn = { article: [], rule: [], passage: [], text: [], block: [] };

const read = (): Drawn => ({ article: of('article'), rule: of('rule'), passage: of('passage'), text: of('text'), block: of('block') });

async function drawnIn(run: () => void | Promise<void>): Promise<Drawn> {
  forget();
  await act(async () => run());
  return read();
}

/** What is drawn with the result of an act, and what once that is painted, until it is acknowledged. */
async function drawnBy(run: () => void): Promise<{ readonly now: Drawn; readonly later: Drawn }> {
  const now = await drawnIn(run);
  forget();
  const saving = { isOver: false };
  void drained().then(() => (saving.isOver = true));
  do await paint(); while (!saving.isOver); // an answer waits for a frame that is awaited
  return { now, later: read() };
}

let engine: ReturnType<typeof createDeskEngine>;
let root: Root;
let host: HTMLElement;
type Shown = { readonly texts: number; readonly blocks: number };
let opened: Shown & { readonly rules: number; readonly passages: number; next?: Shown };

const texts = (): number => host.querySelectorAll('[data-passage] .passage-text').length;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); // what waits for a paint is not to lose its patience
  engine = createDeskEngine(page, [boundary]);
  Object.assign(window, { stet: engine.bridge });
  clearDesk();
  await openPage(1, articleId('a2'));
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  await act(async () => root.render(<Desk issue={1} article={null} />));
  opened = { texts: texts(), rules: host.querySelectorAll('.in-order .rule').length, passages: host.querySelectorAll('[data-passage]').length, blocks: host.querySelectorAll('.block').length };
  await paint();
  opened.next = { texts: texts(), blocks: host.querySelectorAll('.block').length };
  await paint();
});

afterEach(async () => {
  await act(async () => root.unmount());
  await paint(); // nothing waits for a frame of the next test
  vi.useRealTimers();
  host.remove();
});

async function choose(id: string): Promise<void> {
  await act(async () => select(only(passageId(id))));
  await paint();
}

test('the page is there, each article with its number', () => {
  expect([...host.querySelectorAll('.in-order .rule b')].map((b) => b.textContent)).toEqual(
    Array.from({ length: ARTICLES }, (_, i) => (i === 2 ? 'Article 3 begins here?' : `Article ${i + 1}`)),
  );
  expect(host.querySelectorAll('[data-passage]')).toHaveLength(4 * ARTICLES);
});

test('of a page that opens the passages in sight are drawn first, then what stands beside them, then the rest', () => {
  expect(opened.rules).toBe(ARTICLES);
  expect(opened.passages).toBe(opened.texts);
  expect(opened.texts).toBeGreaterThan(12);
  expect(opened.texts).toBeLessThan(4 * ARTICLES);
  expect(opened.blocks).toBe(0);
  expect(opened.next).toEqual({ texts: opened.texts, blocks: 4 * ARTICLES });
  expect(texts()).toBe(4 * ARTICLES);
  expect(host.querySelectorAll('.in-order .passages > :not([data-passage], .band)')).toHaveLength(0);
});

test('a stroke draws the passage it is typed into, and nothing else', async () => {
  await choose('p6');
  const first = await drawnBy(() => type({ passage: passageId('p6'), from: 1, to: 1, text: '新', composed: false, forward: false }, 0));
  // The first stroke takes the article into work: its status is shown in its rule.
  expect(first).toEqual({ now: { article: ['a2'], rule: ['a2'], passage: ['p6'], text: ['marked'], block: [] }, later: NOTHING });
  const next = await drawnBy(() => type({ passage: passageId('p6'), from: 2, to: 2, text: '词', composed: false, forward: false }, 100));
  expect(next).toEqual({ now: { article: [], rule: [], passage: ['p6'], text: ['marked'], block: [] }, later: NOTHING });
  expect(host.querySelector('[data-passage=p6] ins')?.textContent).toBe('新词');
});

test('how many findings a passage has is counted once what a key did is painted: no key waits until the page is looked through', async () => {
  await choose('p6');
  const marks = () => host.querySelectorAll('[data-passage=p6] .finding-mark').length;
  await act(async () => void type({ passage: passageId('p6'), from: 4, to: 4, text: '，，', composed: false, forward: false }, 0));
  expect([host.querySelector('[data-passage=p6] ins')?.textContent, marks()]).toEqual(['，，', 0]);
  await paint();
  expect(marks()).toBe(1);
});

test('a burst of typing in the editor draws and asks nothing until it is painted, leaves as one call, and is drawn once', async () => {
  await choose('p6');
  const sent: Request<'issue.type'>[] = [];
  const { calls, events } = engine.bridge;
  Object.assign(window, { stet: { events, calls: { 'issue.type': (request: Request<'issue.type'>) => (sent.push(request), calls['issue.type'](request)) } } });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }); // rest does not come by itself, no more than a frame does
  const stroke = (at: number, text: string) => {
    strike();
    drawnLater(() => type({ passage: passageId('p6'), from: at, to: at, text, composed: false, forward: false }, at));
  };
  const drawn = await drawnIn(() => [...'新词语'].forEach((text, at) => stroke(1 + at, text)));
  expect([drawn, sent.length]).toEqual([NOTHING, 0]);
  const rested = await drawnIn(() => void vi.advanceTimersByTime(200));
  expect(rested).toEqual({ article: ['a2'], rule: ['a2'], passage: ['p6'], text: ['marked'], block: [] });
  expect(sent.map(({ edits }) => edits.filter(({ kind }) => kind === 'replaceText').length)).toEqual([3]);
  expect(await drawnBy(() => undefined)).toEqual({ now: NOTHING, later: NOTHING });
  expect(host.querySelector('[data-passage=p6] ins')?.textContent).toBe('新词语');
});

test('moving on draws the two passages, then the rows of the source concerned, and no text', async () => {
  await choose('p6');
  expect(await drawnBy(() => select(only(passageId('p7'))))).toEqual({ now: { ...NOTHING, passage: ['p6', 'p7'] }, later: { ...NOTHING, block: ['6', '7'] } });
  expect(host.querySelector('[aria-current=true]')?.getAttribute('aria-label')).toBe('Body, 3 of 4');
});

test('accepting draws the rule of the article and the passage that was asked about, and nothing else', async () => {
  await choose('p9');
  expect(await drawnBy(accept)).toEqual({ now: { ...NOTHING, rule: ['a3'], passage: ['p9'] }, later: NOTHING });
});

test('a split draws the two articles it makes, whatever stands below; the passage with the focus and what goes with it stay as they are', async () => {
  await choose('p7');
  const row = host.querySelector('[data-passage=p7]');
  const { now: { article, rule, passage, text, block }, later } = await drawnBy(() => void make(planSplit(planContext())));
  const added = article.find((id) => !/^a\d+$/.test(id))!;
  expect(new Set(article)).toEqual(new Set(['a2', added]));
  expect(new Set(rule)).toEqual(new Set(['a2', added]));
  expect([passage, text.length, block]).toEqual([['p5', 'p6', 'p7'], 2, []]);
  expect(later).toEqual({ ...NOTHING, block: ['7', '8'] });
  expect(host.querySelector('[data-passage=p7]')).toBe(row);
  expect(host.querySelectorAll('.in-order .rule b')[11]?.textContent).toBe('Article 12');
  expect(host.querySelectorAll('.in-order .rule b')[12]?.textContent).toBe('Article 13');
});

test('of a split the articles in sight have their numbers and hues at once, the others once that is painted', async () => {
  await choose('p6');
  const numbers = () => [...host.querySelectorAll('.in-order .rule b')].map((b) => `${b.textContent.match(/\d+/)?.[0]}/${b.getAttribute('data-band')}`);
  const hues = () => [...host.querySelectorAll('.in-order .band')].map((band) => band.getAttribute('data-band'));
  await act(async () => void make(planSplit(planContext())));
  expect(numbers().slice(0, 5)).toEqual(['1/1', '2/2', '3/3', '4/4', '5/5']);
  expect([numbers().at(-1), hues().at(-1)]).toEqual([`${ARTICLES}/6`, '6']);
  await paint();
  expect(numbers()).toEqual(Array.from({ length: ARTICLES + 1 }, (_, i) => `${i + 1}/${(i % 6) + 1}`));
  expect(hues()).toEqual(Array.from({ length: ARTICLES + 1 }, (_, i) => `${(i % 6) + 1}`));
});

test('where what is taken back stands elsewhere, the articles there have their numbers at once', async () => {
  await choose('p6');
  await act(async () => void make(planSplit(planContext())));
  await choose('p48');
  await act(async () => void undo());
  expect(host.querySelector('[aria-current=true]')?.getAttribute('data-passage')).toBe('p6');
  expect([...host.querySelectorAll('.in-order .rule b')].slice(0, 4).map((b) => b.textContent)).toEqual(['Article 1', 'Article 2', 'Article 3 begins here?', 'Article 4']);
});

test('of a split the lesser part is drawn anew', async () => {
  await choose('p6');
  const { now: { passage, text } } = await drawnBy(() => void make(planSplit(planContext())));
  expect([passage, text.length]).toEqual([['p5', 'p6'], 1]);
});

test('a merge draws the article it makes, whatever stands below; the passage with the focus and what goes with it stay as they are', async () => {
  await choose('p5');
  const row = host.querySelector('[data-passage=p5]');
  const { now: { article, passage, text, block }, later } = await drawnBy(() => void make(planMerge(planContext())));
  expect(new Set(article)).toEqual(new Set(['a1']));
  expect([passage, text.length, block]).toEqual([['p1', 'p2', 'p3', 'p4', 'p5'], 4, []]);
  expect(later).toEqual({ ...NOTHING, block: ['5', '6', '7', '8'] });
  expect(host.querySelector('[data-passage=p5]')).toBe(row);
  expect(host.querySelectorAll('.in-order .rule b')).toHaveLength(ARTICLES - 1);
});

test('a move draws the article it is in, and the text of none', async () => {
  await choose('p6');
  const { now: { article, passage, text, block } } = await drawnBy(() => void make(planShift(planContext(), 1)));
  expect([new Set(article), passage, text, block]).toEqual([new Set(['a2']), ['p6'], [], []]);
});

test('the passage that is gone to has the keyboard once it is shown', async () => {
  await choose('p6');
  await act(async () => select(only(passageId('p7'))));
  expect(document.activeElement?.getAttribute('data-passage')).toBe('p6');
  await paint();
  expect(document.activeElement?.getAttribute('data-passage')).toBe('p7');
  expect([...host.querySelectorAll('[data-passage][tabindex="0"]')].map((row) => row.getAttribute('data-passage'))).toEqual(['p7']);
});

test('what was done is sent once it is painted; where somebody waits for that, at once', async () => {
  await choose('p6');
  const sent: string[] = [];
  const { calls, events } = engine.bridge;
  Object.assign(window, { stet: { events, calls: new Proxy({}, { get: (_target, name: keyof typeof calls) => (name === 'issue.edit' && sent.push(name), calls[name]) }) } });
  await act(async () => void make(planSplit(planContext())));
  expect([host.querySelectorAll('.in-order .rule b').length, sent]).toEqual([ARTICLES + 1, []]);
  await paint();
  expect(sent).toEqual(['issue.edit']);
  await drawnBy(() => undefined); // until it is acknowledged
  await act(async () => void make(planMerge(planContext())));
  expect(sent).toHaveLength(1);
  await act(async () => void drained());
  expect(sent).toHaveLength(2);
});

test('a caret that was left outside of any field goes when a passage is given the keyboard', async () => {
  const { body } = document;
  getSelection()!.collapse(body, 0);
  expect(getSelection()!.rangeCount).toBe(1);
  await choose('p6');
  expect(getSelection()!.rangeCount).toBe(0);
});
