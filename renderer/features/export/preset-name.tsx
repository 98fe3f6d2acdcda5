import { useId, useRef, useState } from 'react';
import { isSameName } from '#contract/schemas/queue.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { setNaming, usePresets } from './preset-store.ts';

const LONGEST_NAME = 100;

type Props = {
  readonly label: string;
  readonly start: string; // what stands there at first
  readonly except: string | null; // the id of the preset that is renamed; null: a new one, which takes the place of one of its name
  readonly onKeep: (name: string) => void;
};

/** A field for a preset's name. Enter keeps it; Escape, or going elsewhere, does not. */
export function PresetName({ label, start, except, onKeep }: Props) {
  const t = useT();
  const [name, setName] = useState(start);
  const why = useId();
  const trimmed = name.trim();
  const same = usePresets(({ presets }) => presets.some((other) => !other.builtIn && other.id !== except && isSameName(other.name, trimmed)));
  const isTaken = same && except !== null;
  const left = useRef(false); // a field that is taken away loses the keyboard once more
  const leave = (keeping: boolean) => {
    if (left.current || (keeping && (trimmed === '' || isTaken))) return;
    left.current = true;
    if (keeping && trimmed !== start) onKeep(trimmed);
    setNaming(null);
  };
  return (
    <span className="preset-name" onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || leave(false)}>
      <Field
        autoFocus
        value={name}
        maxLength={LONGEST_NAME}
        invalid={isTaken}
        placeholder={label}
        aria-label={label}
        aria-describedby={same ? why : undefined}
        onChange={setName}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          leave(event.key === 'Enter');
        }}
      />
      <Button disabled={trimmed === '' || isTaken} onClick={() => leave(true)}>{t('preset.keep')}</Button>
      {same && <span id={why} className={isTaken ? 'preset-taken' : 'help'} role={isTaken ? 'alert' : undefined}>{isTaken ? t('error.preset-name-taken', { name: trimmed }) : t('preset.over')}</span>}
    </span>
  );
}
