import type { KeyboardEvent, ReactNode } from 'react';
import { useFormats } from '../../state/language.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';

type LineProps = {
  readonly label: ReactNode;
  readonly count: number | null;
  readonly on: boolean;
  readonly depth?: number;
  readonly warn?: boolean;
  readonly title?: string;
  readonly buttonRef?: (button: HTMLButtonElement | null) => void;
  readonly onClick: () => void;
  readonly onRename?: () => void; // F2
  readonly branch?: Branch;
  readonly command?: string; // that does the same: its key is shown
};

/** What lies below a choice can be shown or not. */
export type Branch = { readonly open: boolean; readonly turn: (open: boolean) => void };

/** A choice of what to show, with how many articles it shows. */
export function Line({ label, count, on, depth = 0, warn = false, title, buttonRef, onClick, onRename, branch, command }: LineProps) {
  const formats = useFormats();
  const onKeyDown = (event: KeyboardEvent) => {
    if (onRename && event.key === 'F2') {
      event.preventDefault();
      return onRename();
    }
    const wanted = event.key === 'ArrowRight' ? true : event.key === 'ArrowLeft' ? false : null;
    if (!branch || wanted === null || wanted === branch.open) return;
    event.preventDefault();
    branch.turn(wanted);
  };
  return (
    <li>
      <button
        ref={buttonRef}
        type="button"
        title={title}
        className={`facet ${warn ? 'warn' : ''}`}
        aria-pressed={on}
        aria-expanded={branch?.open}
        data-depth={depth}
        style={{ paddingInlineStart: 16 + depth * 14 }}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {branch && (
          <span
            className="facet-branch"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              branch.turn(!branch.open);
            }}
          >
            {branch.open ? '▾' : '▸'}
          </span>
        )}
        <span className="facet-name">{label}</span>
        {command !== undefined && <CommandKeys of={command} />}
        {count !== null && <span className="facet-count">{formats.number(count)}</span>}
      </button>
    </li>
  );
}
