import type { Translate } from '#strings/index.ts';
import { useT } from '../../state/language.ts';
import { useScreen } from '../../state/screen.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { COMMAND_GROUPS } from '../command.ts';
import type { Command } from '../command.ts';
import './key-sheet.css';

/** All keys at a glance, by group, on one sheet. */
export function KeySheet({ commands, onClose }: { readonly commands: readonly Command[]; readonly onClose: () => void }) {
  const t = useT();
  const screen = useScreen((state) => state.place.screen);
  const groups = [...COMMAND_GROUPS]
    .toSorted((a, b) => Number(b === screen) - Number(a === screen)) // what can be done here stands first
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
              {linesOf(members, t).map(([label, keys]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd><Keys keys={keys} /></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** Commands that say the same (the topics of the digits 1 to 9, undo here and there) are one line. */
function linesOf(commands: readonly Command[], t: Translate): readonly (readonly [string, readonly string[]])[] {
  const lines = new Map<string, ReadonlySet<string>>();
  for (const { labelKey, keys } of commands) lines.set(t(labelKey), new Set([...(lines.get(t(labelKey)) ?? []), ...keys]));
  return [...lines].map(([label, keys]) => [label, [...keys]]);
}

const MOST_SHOWN = 4;

function Keys({ keys }: { readonly keys: readonly string[] }) {
  const [first] = keys;
  const last = keys.at(-1);
  if (keys.length <= MOST_SHOWN || first === undefined || last === undefined) return keys.map((one) => <Kbd key={one} keys={one} />);
  return <><Kbd keys={first} /> … <Kbd keys={last} /></>;
}
