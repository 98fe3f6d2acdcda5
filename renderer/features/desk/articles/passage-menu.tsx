import type { Role } from '#core/model/role.ts';
import { ARTICLE_ROLES, ASIDE_ROLES, isArticleRole } from '#core/model/role.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import type { Command } from '../../../commands/command.ts';
import { give } from '../../../commands/give.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { deskCommands } from '../commands/index.ts';

const named = (ids: readonly string[]): readonly Command[] => ids.map((id) => deskCommands.find((command) => command.id === id)!);

const ROLES = named([...ARTICLE_ROLES.map((role) => `desk.role.${role}`), 'desk.otherRole']);
const ASIDES = named(ASIDE_ROLES.map((role) => `desk.aside.${role}`));
const IN_ARTICLE = named(['desk.edit', 'desk.split', 'desk.join', 'desk.joinWith', 'desk.break', 'desk.send', 'desk.putBelow', 'desk.flip', 'desk.flipRest', 'desk.moveUp', 'desk.moveDown']);
const ASIDE = named(['desk.restore', 'desk.send', 'desk.putBelow', 'desk.joinWith', 'desk.edit']);

/** All that can be done with the selected passages, with the keys that do it. */
export function PassageMenu({ role, onDone }: { readonly role: Role; readonly onDone: () => void }) {
  const t = useT();
  const isAside = !isArticleRole(role);
  return (
    <div className="passage-menu" role="menu" tabIndex={-1} aria-label={t('desk.menu')} onKeyDown={walk}>
      <Group title={t('desk.menu-role')} commands={ROLES} current={`desk.role.${role}`} onDone={onDone} />
      <div>
        <Group title={t('desk.menu-more')} commands={isAside ? ASIDE : IN_ARTICLE} current="" onDone={onDone} />
        <Group title={t('desk.menu-aside')} commands={ASIDES} current={`desk.aside.${role}`} onDone={onDone} />
      </div>
    </div>
  );
}

type GroupProps = { readonly title: string; readonly commands: readonly Command[]; readonly current: string; readonly onDone: () => void };

function Group({ title, commands, current, onDone }: GroupProps) {
  const t = useT();
  const held = useHeld();
  return (
    <div role="group" aria-label={title}>
      <h4 aria-hidden="true">{title}</h4>
      {commands.map((command) => (
        <button
          key={command.id}
          type="button"
          role="menuitem"
          className={`option ${command.id === current ? 'current' : ''}`}
          {...(command.decides && held)}
          onClick={() => {
            onDone();
            give(command);
          }}
        >
          <span>{t(command.labelKey)}</span>
          <CommandKeys of={command.id} />
        </button>
      ))}
    </div>
  );
}

/** Arrow keys go from item to item. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = items[(at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length];
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}
