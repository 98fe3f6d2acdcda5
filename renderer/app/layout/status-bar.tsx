import { memo } from 'react';
import { showOverlay } from '../../commands/overlay.ts';
import { setLanguage, setTheme, useApp } from '../../state/app.ts';
import { useDesk } from '../../state/desk.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { useSaving } from '../../state/saving.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Jobs } from './jobs.tsx';
import './status-bar.css';

/** What is saved and since when, what is going on, and how the window speaks and looks. */
export const StatusBar = memo(function StatusBar() {
  const t = useT();
  const info = useProject((state) => state.info);
  const files = useProject((state) => state.files?.files ?? state.info?.files ?? 0);
  const watching = useProject((state) => state.files?.folderThere ?? state.info?.folderThere ?? false);
  return (
    <footer className="status-bar">
      <Saved />
      {info && info.articles > 0 && (
        <span className="narrow-hides">
          {t('status-bar.approved', { approved: info.approved, articles: info.articles })}
        </span>
      )}
      <Jobs />
      {watching && !info?.readOnly && <span className="narrow-hides">{t('status-bar.watching', { files })}</span>}
      <span className="status-end">
        <button type="button" onClick={() => showOverlay('keys')}>{t('status-bar.keys')} <CommandKeys of="app.keys" /></button>
        <LanguageSwitch />
        <ThemeSwitch />
      </span>
    </footer>
  );
});

function Saved() {
  const t = useT();
  const formats = useFormats();
  const engine = useApp((state) => state.engine.state);
  const info = useProject((state) => state.info);
  const saving = useSaving();
  const held = useDesk((state) => state.saving.state === 'held');
  if (engine === 'restarting' || engine === 'failed') return <span className="saved not">{t(`status-bar.engine.${engine}`)}</span>;
  if (!info) return <span className="saved wait">{t('engine.starting')}</span>;
  if (info.readOnly) return <span className="saved wait">{t('status-bar.read-only')}</span>;
  if (held) return <span className="saved not" role="status">{t('status-bar.held')}</span>;
  if (saving) return <span className="saved wait" role="status">{t('status-bar.saving')}</span>;
  const text = info.savedAt === null ? t('status-bar.nothing-yet') : t('status-bar.saved', { time: formats.time(info.savedAt), change: info.head });
  return <span className="saved" role="status">{text}</span>;
}

function LanguageSwitch() {
  const t = useT();
  const language = useApp((state) => state.app?.language);
  return (
    <button type="button" title={t('status-bar.language')} onClick={() => void setLanguage(language === 'en' ? 'zh-Hans' : 'en')}>
      <span lang="zh-Hans" className={language === 'zh-Hans' ? 'on' : ''}>中</span> / <span lang="en" className={language === 'en' ? 'on' : ''}>En</span>
    </button>
  );
}

function ThemeSwitch() {
  const t = useT();
  const theme = useApp((state) => state.app?.theme);
  return (
    <button type="button" title={t('status-bar.theme')} onClick={() => void setTheme(theme === 'dark' ? 'light' : 'dark')}>
      <span className={theme === 'light' ? 'on' : ''}>{t('status-bar.light')}</span> / <span className={theme === 'dark' ? 'on' : ''}>{t('status-bar.dark')}</span>
    </button>
  );
}
