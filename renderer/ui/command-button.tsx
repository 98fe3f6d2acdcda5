import type { Command } from '../commands/command.ts';
import { give } from '../commands/give.ts';
import { useT } from '../state/language.ts';
import { useHeld } from '../state/writing.ts';
import { Button } from './button.tsx';

/**
 * A command as a button, with its keys. Whether it can be done is asked at each render: whoever shows it renders anew when that changes.
 */
export function CommandButton({ command, look, showKeys = true }: { readonly command: Command; readonly look?: 'plain' | 'quiet' | 'main'; readonly showKeys?: boolean }) {
  const t = useT();
  return (
    <Button look={look ?? 'plain'} disabled={!command.when()} {...useHeld(command.decides)} command={showKeys ? command.id : undefined} onClick={() => give(command)}>
      {t(command.labelKey)}
    </Button>
  );
}
