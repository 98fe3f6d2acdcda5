import { needing } from '../../../commands/needing.ts';
import { isPageOpen } from '../../../state/desk-act.ts';
import { deskViewStore } from '../../../state/desk-view.ts';
import { isStrandsOpen } from '../strands/strands-store.ts';
import { isScreen } from '../../../state/screen.ts';

/** A page is on the desk and the desk is in sight. */
export const atDesk = (): boolean => isScreen('desk') && isPageOpen();

/** … and neither a small list is open to choose from, nor are two articles being dealt: those have the keys. */
export const atPage = needing('needs.page', () => atDesk() && deskViewStore.getState().chooser === null && !isStrandsOpen());

/** … and something is selected. */
export const atPassage = needing('needs.passage', () => atPage() && deskViewStore.getState().selection !== null);
