import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { showDetails } from '../../../state/details.ts';
import { canDismissBeyond, canMendAll, dismissAll, dismissIn, mendAll, sameKindNow, stepFinding, withFindingHere } from '../findings/findings-store.ts';
import { atPage } from './when.ts';

/** Shows the list of findings; the one that one is at says there why it is one. */
export function showFindings(): void {
  showDetails('findings');
}

/** Going through what the checks find. */
export const findingCommands: readonly Command[] = [
  { id: 'desk.nextFinding', labelKey: 'command.desk.next-finding', group: 'desk', keys: ['F'], ahead: true, when: atPage, repeats: true, run: () => stepFinding(1) },
  { id: 'desk.previousFinding', labelKey: 'command.desk.previous-finding', group: 'desk', keys: ['Shift+F'], ahead: true, when: atPage, repeats: true, run: () => stepFinding(-1) },
  { id: 'desk.findings', labelKey: 'command.desk.findings', group: 'desk', keys: ['Alt+F'], ahead: true, when: atPage, run: showFindings },
  { id: 'desk.dismissInProject', labelKey: 'command.desk.dismiss-in-project', group: 'desk', keys: ['Alt+O'], decides: true, when: needing('needs.finding-with-wording', () => atPage() && canDismissBeyond()), run: () => void withFindingHere((finding) => dismissIn(finding, 'project')) },
  { id: 'desk.dismissEverywhere', labelKey: 'command.desk.dismiss-everywhere', group: 'desk', keys: ['Alt+W'], decides: true, when: needing('needs.finding-with-wording', () => atPage() && canDismissBeyond()), run: () => void withFindingHere((finding) => dismissIn(finding, 'everywhere')) },
  { id: 'desk.mendAll', labelKey: 'command.desk.mend-all', group: 'desk', keys: ['Alt+A'], decides: true, when: needing('needs.finding-to-mend', () => atPage() && canMendAll(sameKindNow())), run: () => mendAll(sameKindNow()) },
  { id: 'desk.dismissAll', labelKey: 'command.desk.dismiss-all', group: 'desk', keys: ['Alt+D'], decides: true, when: needing('needs.finding', () => atPage() && sameKindNow().length > 0), run: () => dismissAll(sameKindNow()) },
];
