import type { Page } from '@playwright/test';
import type { OpenIssue } from '#contract/schemas/desk.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Article, Issue } from '#core/model/issue.ts';
import { settlementKey } from '#core/model/settlement.ts';
import { articleOf, articlePosition } from '../../../../renderer/state/desk-outline.ts';
import { rest } from '../probe.ts';
import { concerns, leftToDo, nextMove } from './plan.ts';
import type { Goal, Move } from './plan.ts';
import { walksFrom } from './walk.ts';
import type { Ground } from './walk.ts';

const FOCUS = '[data-passage][aria-current="true"]';
const JUMP = 3; // keys of a jump to a passage in sight: a longer walk is not gone
const MOST = 400; // keys on one page: more is a mistake of the plan

/** What was pressed on a page, and how many of the keys only to get about. */
export type Played = { readonly keys: readonly string[]; readonly walked: number };

type Shown = { readonly opened: OpenIssue; readonly focus: PassageId };

const opened = (page: Page, issue: number): Promise<OpenIssue> =>
  page.evaluate(async (id) => {
    const reply = await window.stet.calls['issue.open']({ issue: id });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    return reply.value;
  }, issue);

/** An issue as the engine holds it. */
export const stored = async (page: Page, issue: number): Promise<Issue> => issueOf(await opened(page, issue));

/** What the window shows and the engine holds. */
async function shown(page: Page, issue: number): Promise<Shown> {
  await rest(page);
  const focus = await page.locator(FOCUS).getAttribute('data-passage');
  return { opened: await opened(page, issue), focus: focus as PassageId };
}

const issueOf = ({ source, tree }: OpenIssue): Issue => ({ source, ...tree });

const groundOf = (held: OpenIssue, doubts: boolean): Ground => ({
  issue: issueOf(held), decisions: held.decisions, doubts,
  settled: new Map(held.settled.map(({ kind, subject, verdict }) => [settlementKey(kind, subject), verdict])),
});

/** The way to the nearest of some articles, where nothing is to be done but to approve it. */
function toAny(ground: Ground, focus: PassageId, articles: readonly Article[]): Move {
  const walks = walksFrom(ground, focus);
  const [first, ...others] = articles.flatMap(({ passages }) => passages.map(({ id }) => ({ walk: walks.get(id)!, at: id, keys: [] })));
  return others.reduce((nearest, each) => (each.walk.length < nearest.walk.length ? each : nearest), first!);
}

/** The letters that are drawn at a passage while one may go to any in sight. */
async function lettersAt(page: Page, at: PassageId): Promise<readonly string[]> {
  const label = await page.evaluate((id) => {
    const pane = document.querySelector('.articles')!.getBoundingClientRect();
    const row = document.querySelector(`[data-passage="${CSS.escape(id)}"]`)!;
    const top = Math.max(row.getBoundingClientRect().top, pane.top);
    const labels = [...document.querySelectorAll<HTMLElement>('.jump-label')];
    return labels.find((each) => Math.abs(Number.parseFloat(each.style.top) - top) < 1)?.textContent ?? '';
  }, at);
  return [...label.toLowerCase()];
}

/** Presses keys until the page that is open at the desk is as it should be and every article is approved. Throws where the keys do not lead there. */
export async function play(page: Page, issue: number, goal: Goal): Promise<Played> {
  const keys: string[] = [];
  let walked = 0;
  let doubts = true; // as long as D goes where it is thought to go
  const press = async (some: readonly string[]) => {
    for (const key of some) {
      await page.keyboard.press(key);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))); // a list that opens has the keyboard
      keys.push(key);
    }
  };
  // Two letters lead to any passage in sight.
  const go = async ({ walk, at }: Move): Promise<number> => {
    const seen = walk.length > JUMP && (await page.evaluate((id) => {
      const [pane, row] = [document.querySelector('.articles'), document.querySelector(`[data-passage="${CSS.escape(id)}"]`)].map((each) => each?.getBoundingClientRect());
      return pane !== undefined && row !== undefined && row.bottom > pane.top && row.top < pane.bottom;
    }, at));
    if (!seen) {
      await press(walk);
      return walk.length;
    }
    const before = keys.length;
    await press([';']);
    await press(await lettersAt(page, at));
    return keys.length - before;
  };
  while (keys.length < MOST) {
    const { opened: held, focus } = await shown(page, issue);
    const ground = groundOf(held, doubts);
    const now = ground.issue;
    const left = leftToDo(now, goal);
    const unapproved = now.articles.filter(({ status }) => status !== 'approved');
    if (left.length === 0 && unapproved.length === 0) return { keys, walked };
    const article = articleOf(now, focus);
    const here = article ? articlePosition(now, article.id) : -1;
    const mine = left.filter((aim) => concerns(now, here, aim));
    // The last one is approved when nothing else is to be done: the window leaves the page with it.
    if (article && article.status !== 'approved' && mine.length === 0 && (left.length === 0 || unapproved.length > 1)) {
      await press(['Shift+A']);
      continue;
    }
    const move = left.length > 0 ? (nextMove(ground, focus, goal, mine.length > 0 ? mine : left) ?? nextMove(ground, focus, goal, left)) : toAny(ground, focus, unapproved);
    if (!move) throw new Error(`no keys are known for ${left.map(({ kind }) => kind).join(', ')}`);
    walked += await go(move);
    const at = await page.locator(FOCUS).getAttribute('data-passage');
    if (at === move.at) await press(move.keys);
    else if (move.walk.includes('d')) doubts = false;
    else throw new Error('a walk led elsewhere');
  }
  throw new Error(`more than ${MOST} keys`);
}
