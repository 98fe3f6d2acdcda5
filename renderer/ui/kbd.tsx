import { isMac, useKeyboard } from '../commands/keyboard.ts';
import { keyLabels } from '../commands/label.ts';
import './kbd.css';

/** The caps to press, drawn. `keys` in the notation of commands/keys.ts. */
export function Kbd({ keys }: { readonly keys: string }) {
  const caps = useKeyboard((state) => state.caps);
  return (
    <span className="kbd-group">
      {keyLabels(keys, caps, isMac()).map((label, at) => <kbd key={at} className="kbd">{label}</kbd>)}
    </span>
  );
}
