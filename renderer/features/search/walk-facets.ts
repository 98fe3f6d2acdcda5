import type { KeyboardEvent } from 'react';
import { leaveField } from '../../ui/leave-field.ts';
import { moveTo, searchStore } from './search-store.ts';

const LIST = '.search-main .data-table';
const depthOf = (facet: HTMLElement): number => Number(facet.dataset['depth'] ?? 0);

/**
 * What keys do among the choices beside the list: up and down go through them, → goes into an open branch and ← to what it stands below. From a choice without a
 * branch → leads into the list, which stands to the right, and Escape does from any. (A branch opens and closes itself, see Line.)
 */
export function walkFacets(event: KeyboardEvent<HTMLElement>): void {
  const here = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.facet') : null;
  if (!here || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.facet')];
  const at = all.indexOf(here);
  const go = (to: HTMLElement | undefined) => {
    event.preventDefault();
    to?.focus();
  };
  switch (event.key) {
    case 'ArrowDown': return go(all[at + 1]);
    case 'ArrowUp': return go(all[at - 1]);
    case 'ArrowLeft': return go(all.slice(0, at).findLast((each) => each.closest('ul') === here.closest('ul') && depthOf(each) < depthOf(here)));
    case 'ArrowRight': return here.getAttribute('aria-expanded') === 'true' ? go(all[at + 1]) : toList(event);
    case 'Escape': return document.querySelector(LIST) ? toList(event) : undefined; // without a list it takes the restrictions away
    default: return undefined;
  }
}

function toList(event: KeyboardEvent<HTMLElement>): void {
  event.preventDefault();
  if (!document.querySelector(LIST)) return;
  leaveField(event.currentTarget, LIST);
  if (searchStore.getState().current === null) moveTo(0);
}
