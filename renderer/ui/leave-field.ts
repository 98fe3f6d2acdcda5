import type { KeyboardEvent } from 'react';

/** Gives the keyboard to a list from the field that narrows it; where the list shows nothing, the field lets go of it all the same. */
export function leaveField(field: HTMLElement, list: string): void {
  const found = document.querySelector<HTMLElement>(list);
  if (found) found.focus();
  else field.blur();
}

/** What keys do in such a field: Enter and the arrow lead into the list (`begin`: what is done there then), Escape leaves the field. */
export function leadsToList(list: string, begin: () => void = () => undefined): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || !['Enter', 'ArrowDown', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    leaveField(event.currentTarget, list);
    if (event.key !== 'Escape') begin();
  };
}
