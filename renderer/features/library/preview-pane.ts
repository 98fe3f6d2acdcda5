import { isNarrow, useNarrow } from '../../state/narrow.ts';
import { togglePane, usePane } from '../../state/panes.ts';
import { libraryStore, useLibrary } from './library-store.ts';

/** Whether the preview is shown: beside the table, or in a narrow window as a drawer over it, which is shut until asked for. */
export function usePreviewShown(): boolean {
  const { hidden } = usePane('library.preview');
  const drawer = useLibrary((state) => state.drawer);
  return useNarrow() ? drawer : !hidden;
}

export function togglePreview(): void {
  if (isNarrow()) libraryStore.setState(({ drawer }) => ({ drawer: !drawer }));
  else togglePane('library.preview');
}
