import type { KeyboardEvent, ReactNode } from 'react';
import { useFormats } from '../../state/language.ts';

type LineProps = { readonly label: ReactNode; readonly count: number | null; readonly on: boolean; readonly depth?: number; readonly warn?: boolean; readonly onClick: () => void; readonly branch?: Branch };

/** What lies below a choice can be shown or not. */
export type Branch = { readonly open: boolean; readonly turn: (open: boolean) => void };

/** A choice of what to show, with how many articles it shows. */
export function Line({ label, count, on, depth = 0, warn = false, onClick, branch }: LineProps) {
  const formats = useFormats();
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = event.key === 'ArrowRight' ? true : event.key === 'ArrowLeft' ? false : null;
    if (!branch || wanted === null || wanted === branch.open) return;
    event.preventDefault();
    branch.turn(wanted);
  };
  return (
    <li>
      <button
        type="button"
        className={`facet ${warn ? 'warn' : ''}`}
        aria-pressed={on}
        aria-expanded={branch?.open}
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
        {count !== null && <span className="facet-count">{formats.number(count)}</span>}
      </button>
    </li>
  );
}
