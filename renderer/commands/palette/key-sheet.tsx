import { useT } from '../../state/language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { COMMAND_GROUPS } from '../command.ts';
import type { Command } from '../command.ts';
import './key-sheet.css';

/** All keys at a glance, by group, on one sheet. */
export function KeySheet({ commands, onClose }: { readonly commands: readonly Command[]; readonly onClose: () => void }) {
  const t = useT();
  const groups = COMMAND_GROUPS
    .map((group) => ({ group, commands: commands.filter((command) => command.group === group && command.keys.length > 0) }))
    .filter((group) => group.commands.length > 0);
  return (
    <Dialog label={t('keys.title')} onClose={onClose} className="key-sheet">
      <header>
        <h2>{t('keys.title')}</h2>
        <p>{t('keys.note')}</p>
      </header>
      <div className="key-groups selectable">
        {groups.map(({ group, commands: members }) => (
          <section key={group}>
            <h3>{t(`commands.group.${group}`)}</h3>
            <dl>
              {members.map((command) => (
                <div key={command.id}>
                  <dt>{t(command.labelKey)}</dt>
                  <dd>{command.keys.map((keys) => <Kbd key={keys} keys={keys} />)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
