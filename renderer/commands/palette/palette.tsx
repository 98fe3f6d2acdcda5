import { useMemo, useState } from 'react';
import { useT } from '../../state/language.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { Command } from '../command.ts';
import { bestFits } from '../search.ts';
import { Picker } from './picker.tsx';

/** Every command that can be given now, found by typing some of its letters, in the window's language or by its id. */
export function Palette({ commands, onRun, onClose }: { readonly commands: readonly Command[]; readonly onRun: (command: Command) => void; readonly onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  // Asked once, on opening: what can be done does not change while the palette is open.
  const possible = useMemo(() => commands.filter((command) => !command.keysOnly && command.when()), [commands]);
  const names = (command: Command) => [t(command.labelKey), `${t(`commands.group.${command.group}`)} ${t(command.labelKey)}`, command.id];
  return (
    <Picker
      label={t('palette.label')}
      hint={t('palette.hint')}
      empty={t('palette.empty')}
      items={bestFits(possible, names, typed)}
      keyOf={(command) => command.id}
      renderItem={(command) => (
        <>
          <span className="where">{t(`commands.group.${command.group}`)}</span>
          <span className="what">{t(command.labelKey)}</span>
          {command.keys[0] && <Kbd keys={command.keys[0]} />}
        </>
      )}
      onType={setTyped}
      onChoose={onRun}
      onClose={onClose}
    />
  );
}
