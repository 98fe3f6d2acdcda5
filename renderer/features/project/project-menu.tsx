import { give } from '../../commands/give.ts';
import { useApp } from '../../state/app.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { Icon } from '../../ui/icon.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Popover } from '../../ui/popover.tsx';
import { learningCommands } from '../learning/commands.ts';
import { projectCommands } from './commands.ts';
import { openRecent } from './open.ts';
import './project-menu.css';

/** The project's name, which opens what can be done with projects. */
export function ProjectMenu() {
  const t = useT();
  const project = useApp((state) => state.app?.project ?? null);
  const name = useProject((state) => state.info?.name) ?? project?.name ?? '';
  const recent = useApp((state) => state.app?.recent ?? []).filter((other) => other.id !== project?.id);
  return (
    <Popover label={<>{name} <Icon name="down" /></>} className="button quiet project-name" title={project?.folder ?? ''}>
      {(close) => (
        <div className="project-menu">
          <p className="watched selectable">{t('project.watches', { folder: project?.folder ?? '' })}</p>
          {[...projectCommands, ...learningCommands.filter(({ id }) => id === 'learning.go')].filter((command) => command.when()).map((command) => (
            <button
              key={command.id}
              type="button"
              className="option"
              onClick={() => {
                close();
                give(command);
              }}
            >
              {t(command.labelKey)}
              <CommandKeys of={command.id} />
            </button>
          ))}
          {recent.length > 0 && <h4>{t('project.recent')}</h4>}
          {recent.map((other) => (
            <button
              key={other.id}
              type="button"
              className="option"
              disabled={!other.there}
              title={other.folder}
              onClick={() => {
                close();
                void openRecent(other.id);
              }}
            >
              {other.name}
              {!other.there && <span className="gone">{t('project.gone')}</span>}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
