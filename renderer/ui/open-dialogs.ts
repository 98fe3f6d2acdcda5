const opened = new Set<HTMLDialogElement>();

/** The dialog that lies over all else, or null. Asked for every key: `dialog:modal` would be looked for among all that is on the page. */
export function openDialog(): HTMLDialogElement | null {
  return [...opened].findLast((dialog) => dialog.open) ?? null;
}

/** Shows a dialog over all else. Gives what closes it. */
export function showDialog(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  opened.add(dialog);
  return () => {
    opened.delete(dialog);
    dialog.close();
  };
}
