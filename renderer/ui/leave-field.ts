/** Gives the keyboard to a list from the field that narrows it; where the list shows nothing, the field lets go of it all the same. */
export function leaveField(field: HTMLElement, list: string): void {
  const found = document.querySelector<HTMLElement>(list);
  if (found) found.focus();
  else field.blur();
}
