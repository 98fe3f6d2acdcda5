import { useKeysOf } from '../commands/keymap.ts';
import { Kbd } from './kbd.tsx';

/** The key of a command, drawn where the command is shown, as it is in force; `all`: every way to give it. */
export function CommandKeys({ of: id, all = false }: { readonly of: string; readonly all?: boolean }) {
  const keys = useKeysOf(id);
  return (all ? keys : keys.slice(0, 1)).map((one) => <Kbd key={one} keys={one} />);
}
