import { memo } from 'react';
import type { Lost } from '#contract/schemas/project.ts';
import type { Formats, Translate } from '#strings/index.ts';
import { useApp } from '../../state/app.ts';
import { useDesk } from '../../state/desk.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { goToScreen, useScreen } from '../../state/screen.ts';
import { errorText } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { reopenProject } from '../../features/project/open.ts';
import './banners.css';

/** What the user has to know about the whole project, in words, for as long as it is so. */
export const Banners = memo(function Banners() {
  const t = useT();
  const formats = useFormats();
  const engine = useApp((state) => state.engine);
  const info = useProject((state) => state.info);
  const problem = useProject((state) => state.problem);
  const folderThere = useProject((state) => state.files?.folderThere ?? state.info?.folderThere ?? true);
  const held = useDesk((state) => (state.saving.state === 'held' ? state.saving.error : null));
  const atDesk = useScreen((state) => state.place.screen === 'desk'); // where it stands beside what can be done about it

  const lines: { readonly id: string; readonly tone: 'warn' | 'problem'; readonly text: string }[] = [];
  if (engine.state === 'restarting') lines.push({ id: 'engine', tone: 'warn', text: t('engine.restarting') });
  if (engine.state === 'reopening') lines.push({ id: 'engine', tone: 'warn', text: t('engine.reopening') });
  if (engine.state === 'failed') lines.push({ id: 'engine', tone: 'problem', text: engine.error ? errorText(t, engine.error) : t('engine.failed') });
  else if (problem) lines.push({ id: 'problem', tone: 'problem', text: errorText(t, problem) });
  if (held && !atDesk) lines.push({ id: 'held', tone: 'problem', text: t('banner.held', { error: errorText(t, held) }) });
  if (!folderThere) lines.push({ id: 'folder', tone: 'warn', text: t('error.folder-gone') });
  if (info?.readOnly) lines.push({ id: 'read-only', tone: 'warn', text: t(`banner.read-only.${info.readOnly}`) });
  if (info?.restored) lines.push({ id: 'restored', tone: 'warn', text: lostText(t, formats, info.restored) });

  if (lines.length === 0) return null;
  return (
    <div className="banners">
      {lines.map((line) => (
        <p key={line.id} className={`banner ${line.tone}`} role={line.tone === 'problem' ? 'alert' : 'status'}>
          <Icon name="warning" /> <span className="selectable">{line.text}</span>
          {line.id === 'engine' && engine.state === 'failed' && <Button command="project.reopen" onClick={() => void reopenProject()}>{t('project.reopen')}</Button>}
          {line.id === 'held' && <Button onClick={() => goToScreen('desk')}>{t('banner.held.show')}</Button>}
        </p>
      ))}
    </div>
  );
});

const MOST_NAMED = 4; // pages

/** Which backup is in use, what it lacks, and where the damaged file is. */
function lostText(t: Translate, formats: Formats, { backup, kept, changes }: Lost): string {
  const name = (path: string): string => (path === '' ? t('banner.restored.project') : path.slice(path.lastIndexOf('/') + 1));
  const pages = changes?.pages ?? [];
  const more = pages.length - MOST_NAMED;
  const places = [...pages.slice(0, MOST_NAMED).map(name), ...(more > 0 ? [t('banner.restored.more', { count: more })] : [])].join(' · ');
  const lost = changes === null ? t('banner.restored.unknown') : t('banner.restored.changes', { count: changes.count, places });
  return [t('banner.restored', { time: formats.dateTime(backup) }), lost, t('banner.restored.kept', { file: kept })].join(' ');
}
