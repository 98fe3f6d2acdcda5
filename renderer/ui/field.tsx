import { useEffect, useRef, useState } from 'react';
import type { InputHTMLAttributes, KeyboardEvent, ReactNode } from 'react';
import './field.css';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
};

/** A line of text. While an input method composes, nothing is reported: half a word is no filter. */
export function Field({ value, onChange, invalid = false, className = '', ...rest }: FieldProps) {
  const [composed, setComposed] = useState<string | null>(null);
  return (
    <input
      type="text"
      spellCheck={false}
      autoComplete="off"
      {...rest}
      className={`field ${className}`}
      aria-invalid={invalid}
      value={composed ?? value}
      onCompositionStart={(event) => setComposed(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposed(null);
        onChange(event.currentTarget.value);
      }}
      onChange={(event) => (composed === null ? onChange(event.target.value) : setComposed(event.target.value))}
    />
  );
}

/** Keys that write nothing themselves: what they do is done with what stands in the field. */
const writesNothing = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey || ['Enter', 'Escape', 'Tab', 'ArrowDown', 'ArrowUp'].includes(key);

/** A line of text that reports when the typing pauses, so that a long list is not asked for at each letter; and at once when it is left, or a key is pressed that writes nothing. */
export function SettledField({ value, onChange, onKeyDown, onBlur, wait = 160, ...rest }: FieldProps & { readonly wait?: number }) {
  const [typed, setTyped] = useState<string | null>(null);
  const report = useRef(onChange);
  useEffect(() => {
    report.current = onChange;
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => {
      setTyped(null);
      report.current(typed);
    }, wait);
    return () => clearTimeout(timer);
  }, [typed, wait]);
  const settle = () => {
    if (typed === null) return;
    setTyped(null);
    onChange(typed);
  };
  return (
    <Field
      {...rest}
      value={typed ?? value}
      onChange={setTyped}
      onKeyDown={(event) => {
        if (!event.nativeEvent.isComposing && writesNothing(event)) settle();
        onKeyDown?.(event);
      }}
      onBlur={(event) => {
        settle();
        onBlur?.(event);
      }}
    />
  );
}

/** A label over its control, with a line of help below. */
export function Labelled({ label, help, children }: { readonly label: string; readonly help?: ReactNode; readonly children: ReactNode }) {
  return (
    <label className="labelled">
      <span>{label}</span>
      {children}
      {help !== undefined && <span className="help">{help}</span>}
    </label>
  );
}
