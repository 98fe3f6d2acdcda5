import type { ChosenPlaces, Mender } from '#contract/schemas/concordance.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { closeRun } from '../../state/desk-run.ts';
import { drained } from '../../state/desk-save.ts';
import { undoLast } from '../../state/history.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError, sayHere } from '../../state/toasts.ts';
import { loadRules } from '../../state/rules.ts';
import { openAt } from '../desk/find/open-at.ts';
import { askFor, concordanceStore, currentPlace, moveTo, places } from './concordance-store.ts';
import type { PlaceLine } from './concordance-store.ts';
import { FIRST_TICKS, chosenPlaces, countTicked, toggled, toggledAll } from './ticks.ts';

export const moveBy = (step: number): void => moveTo(concordanceStore.getState().current + step);

/** Opens the page of the place under the cursor there. */
export function openPlace(): void {
  const place = currentPlace();
  if (!place) return;
  const { issue, passage, from, to, hit } = place;
  openAt(issue, hit, { passage, from, to });
}

export function tick(index: number): void {
  const row = places.row(index);
  if (row) concordanceStore.setState(({ ticks }) => ({ ticks: toggled(ticks, row) }));
}

/** Ticks the place under the cursor or takes its tick away, and goes on to the next. */
export function tickHere(): void {
  const { current } = concordanceStore.getState();
  tick(current);
  moveTo(current + 1);
}

export const tickAll = (): void => concordanceStore.setState(({ ticks, counts }) => ({ ticks: toggledAll(ticks, counts) }));

/** Takes places in approved articles in, or leaves them out again. */
export const tickApproved = (): void => concordanceStore.setState(({ ticks }) => ({ ticks: { ...ticks, open: true, approved: !ticks.approved } }));

const LOST = 'concordance.no-put'; // what is to stand there has not been said

/** Mends places as one act. `null`: none is chosen. */
async function mend(chosen: ChosenPlaces | null): Promise<void> {
  const { question, listed, put, except, andRule, counts, changing, shown } = concordanceStore.getState();
  if (shown !== null || changing !== null) return;
  if (put === null) {
    sayHere(LOST);
    putField()?.focus();
    return;
  }
  const typed = readField()?.value ?? question.text;
  if (typed !== question.text) {
    askFor({ text: typed }); // what was typed a moment ago is to be seen first
    return;
  }
  if (listed !== question) return places.state().problem ? undefined : sayHere('concordance.still-looking');
  if (!chosen) return sayHere('concordance.none-ticked');
  closeRun();
  if (!(await drained())) return; // what the desk still has to write comes first
  concordanceStore.setState({ changing: 'changing' });
  const withRule = andRule && !question.expression && chosen.which === 'all';
  const mended = await whileSaving(call('concordance.change', { once: newOnce(), question, put, ...(except && { except: [...except] }), change: counts.change, chosen, ...(withRule && { rule: true }) }));
  concordanceStore.setState({ changing: null });
  if (!mended.ok) return mended.error.code === 'cancelled' ? sayHere('concordance.cancelled') : sayError(mended.error);
  for (const field of [readField(), putField()]) field?.blur(); // what comes next is given by single keys
  const { entry, places: count, pages, skipped, rule } = mended.value;
  if (entry === null) return sayHere('concordance.skipped', { count: skipped });
  concordanceStore.setState({ last: { ...mended.value, entry, read: question.text, put }, ticks: { ...FIRST_TICKS } });
  if (rule) {
    concordanceStore.setState({ andRule: false });
    await loadRules();
  }
  say(skipped > 0 ? 'concordance.changed-but' : rule ? 'concordance.changed-and-rule' : 'concordance.changed', { count, pages, skipped }, undoLast);
}

export const mendTicked = (): Promise<void> => mend(chosenPlaces(concordanceStore.getState().ticks));

export const mendAll = (): Promise<void> => mend({ which: 'all', approved: concordanceStore.getState().ticks.approved, but: [], and: [] });

/** Mends the place under the cursor alone. */
export async function mendHere(): Promise<void> {
  const place = currentPlace();
  if (place) await mend({ which: 'named', places: [{ issue: place.issue, key: place.key }] });
}

/** Says of the place under the cursor that it is right: it is not listed any more. */
export async function dismissHere(): Promise<void> {
  const place = currentPlace();
  if (!place || concordanceStore.getState().shown !== null) return;
  const said = await whileSaving(call('concordance.dismiss', { once: newOnce(), issue: place.issue, key: place.key, read: place.hit }));
  if (!said.ok) return sayError(said.error);
  say('concordance.dismissed', { text: place.hit }, undoLast);
}

/** Takes the mended place under the cursor back. */
export async function takePlaceBack(): Promise<void> {
  const { shown } = concordanceStore.getState();
  const place = currentPlace();
  if (shown === null || place?.entry === undefined) return;
  if (place.state !== 'stands') return sayHere(place.state === 'back' ? 'concordance.is-back' : 'concordance.reads-otherwise');
  closeRun();
  if (!(await drained())) return;
  const back = await whileSaving(call('concordance.takeBack', { once: newOnce(), entry: place.entry, issue: place.issue, key: place.key }));
  if (!back.ok) return sayError(back.error);
  say('concordance.taken-back', { text: place.read ?? '' }, undoLast);
}

/** Takes all places back that an entry or a rule mended, as one act. Says whether that was done. */
export async function takeAllBack(mender: Mender): Promise<boolean> {
  if (concordanceStore.getState().changing !== null) return false;
  closeRun();
  if (!(await drained())) return false;
  concordanceStore.setState({ changing: 'taking-back' });
  const back = await whileSaving(call('concordance.takeAllBack', { once: newOnce(), mender }));
  concordanceStore.setState({ changing: null });
  if (!back.ok) {
    if (back.error.code === 'cancelled') sayHere('concordance.cancelled');
    else sayError(back.error);
    return false;
  }
  const { entry, places: count, pages, left } = back.value;
  if (entry === null) sayHere('concordance.none-back');
  else say(left > 0 ? 'concordance.all-back-but' : 'concordance.all-back', { count, pages, left }, undoLast);
  return entry !== null;
}

/** Takes all places of the list back. */
export async function takeListBack(): Promise<void> {
  const { shown } = concordanceStore.getState();
  if (shown !== null) await takeAllBack(shown);
}

export const putField = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('#concordance-put');
export const readField = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('#concordance-read');

/** Has nothing stand at the places, or asks again what is to. */
export const toggleTakeOut = (): void => askFor({}, { put: concordanceStore.getState().put === '' ? null : '' });

/** How many places the ticks stand for. */
export const tickedNow = (): number => {
  const { ticks, counts } = concordanceStore.getState();
  return countTicked(ticks, counts);
};

/** Whether a line can be ticked: what is mended already cannot. */
export const isOpen = ({ state }: PlaceLine): boolean => state === undefined;
