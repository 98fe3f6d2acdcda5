import { useT } from '../../state/language.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { Command } from '../command.ts';
import { KeyCapture } from './key-capture.tsx';

type Props = {
  readonly command: Command;
  readonly isChanged: boolean;
  readonly isChanging: boolean;
  readonly onChange: (on: boolean) => void;
};

/** A command and its keys; Enter or a click asks for another key. */
export function KeyRow({ command, isChanged, isChanging, onChange }: Props) {
  const t = useT();
  return (
    <li className={isChanging ? 'changing' : ''}>
      <button type="button" className="key-line" data-command={command.id} aria-expanded={isChanging} title={t('keys.change')} onClick={() => onChange(!isChanging)}>
        <span className="key-name">{t(command.labelKey)}</span>
        {isChanged && <span className="key-changed">{t('keys.changed')}</span>}
        <span className="key-ways">{command.keys.map((keys) => <Kbd key={keys} keys={keys} />)}</span>
      </button>
      {isChanging && <KeyCapture command={command} isChanged={isChanged} onDone={() => onChange(false)} />}
    </li>
  );
}
