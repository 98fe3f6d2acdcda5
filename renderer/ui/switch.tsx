import type { KeyboardEvent } from 'react';
import { CommandKeys } from './command-keys.tsx';

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly nameOf: (option: T) => string;
  readonly onChoose: (option: T) => void;
  readonly command: string; // whose keys choose the next one
  readonly className?: string;
  readonly optionClass?: string;
};

/** A few choices side by side, of which one is on: one stop for Tab, arrow keys go from one to the next. */
export function Switch<T extends string>({ label, options, chosen, nameOf, onChoose, command, className = '', optionClass }: Props<T>) {
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const at = (options.indexOf(chosen) + step + options.length) % options.length;
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[at]?.focus();
    onChoose(options[at]!);
  };
  return (
    <span className={className} role="radiogroup" aria-label={label} tabIndex={-1} onKeyDown={walk}>
      {options.map((one) => (
        <button key={one} type="button" role="radio" className={optionClass} aria-checked={one === chosen} tabIndex={one === chosen ? 0 : -1} onClick={() => onChoose(one)}>{nameOf(one)}</button>
      ))}
      <CommandKeys of={command} />
    </span>
  );
}
