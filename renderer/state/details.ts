import { closeDrawer, deskViewStore, openDrawer, showTab, useDeskView } from './desk-view.ts';
import type { DetailTab } from './desk-view.ts';
import { isNarrow, useNarrow } from './narrow.ts';
import { paneStore, togglePane, usePane } from './panes.ts';

/** Whether the desk's details are shown: beside the articles, which is remembered, or in a narrow window as a drawer, which is shut until asked for. */
export const areDetailsShown = (): boolean => (isNarrow() ? deskViewStore.getState().drawer : !paneStore.getState()['desk.details'].hidden);

export function useDetailsShown(): boolean {
  const { hidden } = usePane('desk.details');
  const drawer = useDeskView((state) => state.drawer);
  return useNarrow() ? drawer : !hidden;
}

/** Shows a tab of the details, where they are shown. */
export function showDetails(tab: DetailTab): void {
  if (!isNarrow() && !areDetailsShown()) togglePane('desk.details');
  showTab(tab);
}

/** Shows or hides the details as they are. */
export function toggleDetails(): void {
  if (!isNarrow()) togglePane('desk.details');
  else if (areDetailsShown()) closeDrawer();
  else openDrawer();
}
