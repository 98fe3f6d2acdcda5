import type { Command } from '../../../commands/command.ts';
import { ROLE_KEYS } from './role-keys.ts';
import { seamsOf } from '#core/model/seams.ts';
import { ARTICLE_ROLES, ASIDE_ROLES } from '#core/model/role.ts';
import type { AsideRole } from '#core/model/role.ts';
import { needing } from '../../../commands/needing.ts';
import { act, planContext } from '../../../state/desk-act.ts';
import { actAgain, actOnMarks, actRepeatably } from '../../../state/desk-again.ts';
import { markSelected } from '../../../state/desk-marks.ts';
import { stopOf } from '../../../state/desk-outline.ts';
import { planOtherRole, planRestore, planRole, planSetAside, planShift } from '../../../state/desk-plan-passages.ts';
import { planBreakSeam, planJoin } from '../../../state/desk-plan-text.ts';
import { confirmAside } from '../../../state/desk-go-on.ts';
import { choose, deskViewStore, write } from '../../../state/desk-view.ts';
import { openedPage } from '../../../state/desk.ts';
import { sayHere } from '../../../state/toasts.ts';
import { currentHit } from '../find/find-store.ts';
import { goToGap } from '../gap-drafts.ts';
import { takePreview } from '../preview/preview-store.ts';
import { lookAtOrder } from '../strands/strands-store.ts';
import { refuseWriting } from '../../../state/writing.ts';
import { atPage, atPassage } from './when.ts';

const ASIDE_KEYS: { readonly [R in AsideRole]: string } = { banner: 'B', furniture: 'F', duplicate: 'D' };

const focused = () => stopOf(openedPage().issue, deskViewStore.getState().selection?.focus ?? null)?.passage ?? null;

/** Writes in the focused passage: where words looked for were found in it, else at its beginning. */
export function edit(): void {
  const passage = focused();
  if (!passage || refuseWriting()) return;
  const hit = currentHit(passage.id);
  write({ kind: 'text', passage: passage.id, at: hit?.from ?? 0, ...(hit && { to: hit.to }) });
}

/** Breaks where the passage was joined; where it was not, opens its text to be broken at the caret. */
function breakHere(): void {
  const passage = focused();
  if (!passage) return;
  if (seamsOf(passage.pieces).length > 0) {
    act(planBreakSeam(planContext()));
  } else {
    edit();
    sayHere('desk.break-hint');
  }
}

const hasAside = needing('needs.aside', () => atPage() && openedPage().issue.aside.length > 0);

const roles = ARTICLE_ROLES.map((role): Command => ({
  id: `desk.role.${role}`,
  labelKey: `command.desk.role.${role}`,
  group: 'desk',
  keys: [`R ${ROLE_KEYS[role]}`],
  decides: true,
  when: atPassage,
  run: () => void actRepeatably((context) => planRole(context, role)),
}));

const asides = ASIDE_ROLES.map((role): Command => ({
  id: `desk.aside.${role}`,
  labelKey: `command.desk.aside.${role}`,
  group: 'desk',
  keys: [`U ${ASIDE_KEYS[role]}`],
  decides: true,
  when: atPassage,
  run: () => void actRepeatably((context) => planSetAside(context, role)),
}));

/** What is done with passages: their text, role and place. */
export const passageCommands: readonly Command[] = [
  { id: 'desk.edit', labelKey: 'command.desk.edit', group: 'desk', keys: ['Enter'], decides: true, when: atPassage, run: () => void (takePreview() || lookAtOrder() || edit()) },
  { id: 'desk.mark', labelKey: 'command.desk.mark', group: 'desk', keys: ['Space'], when: atPassage, run: markSelected },
  { id: 'desk.again', labelKey: 'command.desk.again', group: 'desk', keys: ['.'], decides: true, when: atPassage, run: actAgain },
  { id: 'desk.join', labelKey: 'command.desk.join', group: 'desk', keys: ['['], decides: true, when: atPassage, run: () => void act(planJoin(planContext())) },
  { id: 'desk.break', labelKey: 'command.desk.break', group: 'desk', keys: [']'], decides: true, when: atPassage, run: breakHere },
  { id: 'desk.fillGap', labelKey: 'command.desk.fill-gap', group: 'desk', keys: ['I'], ahead: true, when: atPage, run: () => goToGap(1) },
  { id: 'desk.previousGap', labelKey: 'command.desk.previous-gap', group: 'desk', keys: ['Shift+I'], ahead: true, when: atPage, run: () => goToGap(-1) },
  { id: 'desk.send', labelKey: 'command.desk.send', group: 'desk', keys: ['G'], decides: true, when: atPassage, run: () => choose('send') },
  { id: 'desk.moveUp', labelKey: 'command.desk.move-up', group: 'desk', keys: ['Alt+ArrowUp'], decides: true, when: atPassage, run: () => void actOnMarks((context) => planShift(context, -1), true) },
  { id: 'desk.moveDown', labelKey: 'command.desk.move-down', group: 'desk', keys: ['Alt+ArrowDown'], decides: true, when: atPassage, run: () => void actOnMarks((context) => planShift(context, 1), true) },
  ...roles,
  { id: 'desk.otherRole', labelKey: 'command.desk.other-role', group: 'desk', keys: ['C'], decides: true, when: atPassage, run: () => void act(planOtherRole(planContext(), openedPage().decisions)) },
  ...asides,
  { id: 'desk.restore', labelKey: 'command.desk.restore', group: 'desk', keys: ['Shift+U'], decides: true, when: atPassage, run: () => void actRepeatably((context) => planRestore(context)) },
  { id: 'desk.asideLooked', labelKey: 'command.desk.aside-looked', group: 'desk', keys: ['U A'], decides: true, when: hasAside, run: () => void confirmAside(!openedPage().asideConfirmed) },
];
