import { useMemo, useState } from 'react';
import type { StringKey } from '#strings/index.ts';
import { useT } from '../../state/language.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import type { Command, Context } from '../command.ts';
import { wanting } from '../contexts.ts';
import { recentCommands, rememberCommand } from '../recent.ts';
import { bestFits } from '../search.ts';
import { Picker } from './picker.tsx';

type Entry = { readonly command: Command; readonly needs: StringKey | null };

type Props = {
  readonly commands: readonly Command[];
  readonly context: Context;
  readonly onRun: (command: Command) => void;
  readonly onClose: () => void;
};

/**
 * Every command, found by typing some of its letters, in the window's language or by its id. Those that cannot be given now stand at the end
 * with what is wanting; with nothing typed, the ones used last stand first.
 */
export function Palette({ commands, context, onRun, onClose }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  // Asked once, on opening: what can be done does not change while the palette is open.
  const entries = useMemo(() => inOrder(commands.map((command) => ({ command, needs: wanting(command, context) })), recentCommands()), [commands, context]);
  const names = ({ command }: Entry) => [t(command.labelKey), `${t(`commands.group.${command.group}`)} ${t(command.labelKey)}`, command.id];
  return (
    <Picker
      label={t('palette.label')}
      hint={t('palette.hint')}
      empty={t('palette.empty')}
      items={bestFits(entries, names, typed).toSorted((a, b) => Number(a.needs !== null) - Number(b.needs !== null))}
      keyOf={({ command }) => command.id}
      isOff={({ needs }) => needs !== null}
      renderItem={({ command, needs }) => (
        <>
          <span className="where">{t(`commands.group.${command.group}`)}</span>
          <span className="what">{t(command.labelKey)}</span>
          {needs !== null && <span className="needs">{t(needs)}</span>}
          <span className="ways"><CommandKeys of={command.id} all /></span>
        </>
      )}
      onType={setTyped}
      onChoose={({ command }) => {
        rememberCommand(command.id);
        onRun(command);
      }}
      onClose={onClose}
    />
  );
}

/** Those used last first, then in their order; what only means something at the caret after the others. */
function inOrder(entries: readonly Entry[], recent: readonly string[]): readonly Entry[] {
  const rank = ({ command }: Entry): number => {
    const at = recent.indexOf(command.id);
    if (at >= 0) return at;
    return recent.length + (command.keysOnly ? 1 : 0);
  };
  return entries.toSorted((a, b) => rank(a) - rank(b));
}
