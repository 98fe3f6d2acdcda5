import type { Page } from '@playwright/test';
import type { OpenIssue } from '#contract/schemas/desk.ts';
import type { PassageId } from '#core/model/ids.ts';
import type { Issue } from '#core/model/issue.ts';
import { settlementKey } from '#core/model/settlement.ts';
import { outlineOf } from '../../../../renderer/state/desk-outline.ts';
import { only } from '../../../../renderer/state/desk-selection.ts';
import { rest } from '../probe.ts';
import { leftOn } from './left.ts';
import type { Goal } from './left.ts';
import { planned } from './plan.ts';
import type { Move } from './plan.ts';
import type { DeskState, Key } from './press.ts';
import { pairOf, scrolledFor } from './sight.ts';

const FOCUS = '[data-passage][aria-current="true"]';
const MOST_PLANS = 40; // for one page: more is a mistake of the plan

/** What was pressed on a page, and how many of the keys only to get about. */
export type Played = { readonly keys: readonly string[]; readonly walked: number };

const opened = (page: Page, issue: number): Promise<OpenIssue> =>
  page.evaluate(async (id) => {
    const reply = await window.stet.calls['issue.open']({ issue: id });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    return reply.value;
  }, issue);

const issueOf = ({ source, tree }: OpenIssue): Issue => ({ source, ...tree });

/** An issue as the engine holds it. */
export const stored = async (page: Page, issue: number): Promise<Issue> => issueOf(await opened(page, issue));

/** What the window shows and the engine holds. */
async function shown(page: Page, issue: number, before: DeskState | null): Promise<DeskState> {
  await rest(page);
  const focus = (await page.locator(FOCUS).getAttribute('data-passage')) as PassageId;
  const top = await page.locator(FOCUS).evaluate((row) => row.getBoundingClientRect().top - row.closest('.articles')!.getBoundingClientRect().top);
  const held = await opened(page, issue);
  const now = issueOf(held);
  return {
    issue: now, decisions: held.decisions, selection: only(focus), scroll: scrolledFor(now, focus, top), again: before?.again ?? null,
    settled: new Map(held.settled.map(({ kind, subject, verdict }) => [settlementKey(kind, subject), verdict])),
  };
}

/** What stands where in a page, but for the names of what was made since. */
const likenessOf = ({ articles, aside }: Issue): string =>
  JSON.stringify([...articles.map(({ status, passages }) => [status, passages.map(({ role, pieces }) => [role, pieces])]), aside.map(({ role, pieces }) => [role, pieces])]);

/** The passage of a page that stands where another stands in a page like it. */
const sameIn = (there: Issue, here: Issue, passage: PassageId): PassageId => outlineOf(here).stops[outlineOf(there).at.get(passage)!]!.passage.id;

/** The letters that are drawn at a passage while one may point at any in sight. */
async function lettersAt(page: Page, at: PassageId): Promise<readonly string[]> {
  const label = await page.evaluate((id) => {
    const pane = document.querySelector('.articles')!.getBoundingClientRect();
    const row = document.querySelector(`[data-passage="${CSS.escape(id)}"]`)!;
    const top = Math.max(row.getBoundingClientRect().top, pane.top);
    const labels = [...document.querySelectorAll<HTMLElement>('.jump-label')];
    return labels.find((each) => Math.abs(Number.parseFloat(each.style.top) - top) < 1)?.textContent ?? '';
  }, at);
  if (label === '') throw new Error('no letters are drawn where they are wanted');
  return [...label.toLowerCase()];
}

const isInSight = (page: Page, at: PassageId): Promise<boolean> =>
  page.evaluate((id) => {
    const [pane, row] = [document.querySelector('.articles'), document.querySelector(`[data-passage="${CSS.escape(id)}"]`)].map((each) => each?.getBoundingClientRect());
    return pane !== undefined && row !== undefined && row.bottom > pane.top && row.top < pane.bottom;
  }, at);

/** Presses keys until the page that is open at the desk is as it should be and every article is approved; the last with all that is left, which leads to the next page. */
export async function play(page: Page, issue: number, goal: Goal): Promise<Played> {
  const keys: string[] = [];
  const hidden = new Set<string>();
  let walked = 0;
  const focusNow = async () => (await page.locator(FOCUS).getAttribute('data-passage')) as PassageId;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))); // a list that opens has the keyboard
    keys.push(key);
  };
  /** False where a passage that was to be pointed at is not in sight: then nothing more was pressed. */
  const pressAll = async (some: readonly Key[], here: (passage: PassageId) => PassageId): Promise<boolean> => {
    for (const [n, key] of some.entries()) {
      const next = some[n + 1];
      if (typeof key !== 'string') {
        for (const letter of await lettersAt(page, here(key.at))) await press(key.shift ? `Shift+${letter.toUpperCase()}` : letter);
      } else if (typeof next === 'object' && !(await isInSight(page, here(next.at)))) {
        hidden.add(pairOf(await focusNow(), here(next.at)));
        return false;
      } else {
        await press(key);
      }
    }
    return true;
  };
  let state = await shown(page, issue, null);
  for (let plans = 0; plans < MOST_PLANS; plans += 1) {
    const moves: readonly Move[] | null = planned(state, goal, hidden);
    if (!moves) throw new Error(`no keys are known for ${leftOn(state.issue, goal).aims.map(({ kind }) => kind).join(', ')}`);
    let before = state;
    let isAsPlanned = true;
    for (const move of moves) {
      const here = (passage: PassageId) => sameIn(before.issue, state.issue, passage);
      const from = keys.length;
      const went = await pressAll(move.walk, here);
      walked += keys.length - from;
      const arrived = went && (await focusNow()) === here(move.at);
      const acted = arrived && (await pressAll(move.keys, here));
      state = await shown(page, issue, move.state);
      isAsPlanned = acted && likenessOf(state.issue) === likenessOf(move.state.issue) && state.selection.focus === sameIn(move.state.issue, state.issue, move.state.selection.focus);
      if (!isAsPlanned) break;
      before = move.state;
    }
    if (isAsPlanned) {
      await press('Control+Enter');
      const last = await stored(page, issue);
      await rest(page);
      const missing = leftOn(await stored(page, issue), goal).aims.length;
      if (missing > 0 || last.articles.length === 0) throw new Error('the page is not as it should be');
      return { keys, walked };
    }
  }
  throw new Error('the keys do not lead where they are thought to lead');
}
