import type { IssueId } from '#contract/schemas/library.ts';
import { IN_ORDER, languageFrom, movedTo } from '#core/checks/judged.ts';
import type { Judged, LanguageOf } from '#core/checks/judged.ts';
import { textsIn } from '#core/checks/run.ts';
import type { PassageId } from '#core/model/ids.ts';
import { call, listen } from '../bridge/bridge.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { afterBurst } from '../ui/burst.ts';
import { appStore } from './app.ts';
import { deskStore } from './desk.ts';
import type { Page } from './desk.ts';
import { whenIdle } from './when-idle.ts';

const SETTLE = 300; // milliseconds without a change before the engine is asked about what is new
const REMEMBERED = 8; // pages that one may come back to
const MOST = 2_000; // texts asked about at a time

/** What the engine said of a page's texts, and for each passage what was said, or follows, of the text it had last. */
type Known = { readonly version: string | null; readonly said: Map<string, Judged>; readonly last: Map<PassageId, { readonly text: string; readonly judged: Judged }> };

const pages = new Map<IssueId, Known>();

/** What a passage is judged by: what the engine said of its text; until it has, what it said of the text before, as far as that still stands. */
function languageOf({ said, last }: Known): LanguageOf {
  return (passage, text) => {
    const judged = said.get(text);
    const before = last.get(passage);
    if (!judged && !before) return null;
    const now = judged ?? (before!.text === text ? before!.judged : movedTo(text, before!.text, before!.judged));
    if (before?.text !== text || before.judged !== now) last.set(passage, { text, judged: now });
    return languageFrom(now);
  };
}

/** The language of a page as far as it is known already, which it is where one comes back to it. */
export function languageFor(issue: IssueId): LanguageOf | null {
  const known = pages.get(issue);
  return known ? languageOf(known) : null;
}

/** Another project, or an engine that may know better. */
export function forgetLanguage(): void {
  pages.clear();
}

/** The texts of articles that are not approved. */
const openTexts = ({ issue }: Page) => issue.articles.filter(({ status }) => status !== 'approved').flatMap((article) => textsIn(issue.source, article));

/** Those of which nothing was said yet. */
function unknownOn(page: Page): string[] {
  const said = pages.get(page.id)?.said;
  return [...new Set(openTexts(page).map(({ text }) => text))].filter((text) => !said?.has(text)).slice(0, MOST);
}

/** Whether there are texts on the page of which the engine has not said yet what the language of the archive says. */
export const isLanguageAwaited = (page: Page): boolean => unknownOn(page).length > 0;

function take(id: IssueId, version: string, answers: readonly (readonly [string, Judged])[]): void {
  const before = pages.get(id);
  const isSame = before?.version === version;
  const said = new Map(isSame ? before.said : []);
  for (const [text, { misreadings, variants }] of answers) said.set(text, misreadings.length === 0 && variants.length === 0 ? IN_ORDER : { misreadings, variants });
  const known: Known = { version, said, last: before?.last ?? new Map<PassageId, never>() };
  pages.delete(id);
  pages.set(id, known);
  for (const oldest of pages.keys()) if (pages.size > REMEMBERED) pages.delete(oldest);
  const { page } = deskStore.getState();
  if (page?.id !== id) return;
  const language = languageOf(known);
  for (const { passage, text } of openTexts(page)) language(passage, text); // what it says of a text that changes before anybody asks is known then
  deskStore.setState({ language });
}

let asking = false;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Asks the engine about what is new on the page, until nothing is; never twice at a time. */
async function ask(): Promise<void> {
  const { page } = deskStore.getState();
  if (asking || !page) return;
  const texts = unknownOn(page);
  if (texts.length === 0) return;
  asking = true;
  const answer = await call('language.judge', { issue: page.id, texts });
  asking = false;
  const { version, judged } = answer.ok ? answer.value : { version: null, judged: [] };
  const answers = texts.flatMap((text, at) => (judged[at] ? [[text, judged[at]] as const] : []));
  if (version !== null && answers.length > 0) afterBurst(() => take(page.id, version, answers));
  if (answers.length > 0 || deskStore.getState().page?.id !== page.id) soon(); // there may be more; where nothing is known, it is told when something is
}

/** Asks once nothing changed for a while and nothing is to be drawn. */
function soon(): void {
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    whenIdle(() => void ask());
  }, SETTLE);
}

/** What was said is out of date: it holds until there are new answers. */
function askAnew(): void {
  for (const [id, { last }] of pages) pages.set(id, { version: null, said: new Map(), last });
  soon();
}

/** Keeps what the language of the archive says of the page on the desk. To be called once. */
export function followLanguage(): void {
  deskStore.subscribe(({ page }, { page: before }) => {
    if (page && page.issue !== before?.issue) afterPaint(soon);
  });
  appStore.subscribe(({ engine }, before) => {
    if (engine.state === 'ready' && before.engine.state !== 'ready') soon();
  });
  listen('language.changed', askAnew);
}
