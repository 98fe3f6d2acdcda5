import { useDesk } from '../../state/desk.ts';
import type { Page } from '../../state/desk.ts';

/** The whole page on the desk: for what is shown for a moment over it. What stays asks for its part (state/desk-parts.ts): this changes with every stroke. */
export function usePage(): Page {
  const page = useDesk((state) => state.page);
  if (!page) throw new Error('drawn without a page');
  return page;
}
