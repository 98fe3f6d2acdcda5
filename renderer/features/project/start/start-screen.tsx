import { useState } from 'react';
import { setLanguage, useApp } from '../../../state/app.ts';
import { useFormats, useT } from '../../../state/language.ts';
import { errorText } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { openExisting, openFolder, openRecent, openSamples } from '../open.ts';
import { BeforeAfter } from './before-after.tsx';
import './start-screen.css';

/** Without a project: what Stet is for, the three ways to begin, and the projects opened before. */
export function StartScreen() {
  const t = useT();
  const app = useApp((state) => state.app);
  const [busy, setBusy] = useState(false);
  const engine = useApp((state) => state.engine.state);
  const begin = (open: () => Promise<void>) => () => {
    setBusy(true);
    void open().finally(() => setBusy(false));
  };
  const recent = app?.recent ?? [];
  return (
    <div className="start">
      <main className="start-page" tabIndex={-1}>
        <header>
          <h1>Stet <span lang="zh-Hans">校样</span></h1>
          <p className="start-purpose">{t('start.purpose')}</p>
        </header>
        <NotOpened />
        <BeforeAfter />
        <div className="start-columns">
          <section className="start-ways" aria-label={t('start.ways')}>
            <Way look="main" command="project.openFolder" label={t('start.folder')} text={t('start.folder-text')} disabled={busy} onClick={begin(openFolder)} />
            <Way command="project.openSamples" label={t('start.samples')} text={t('start.samples-text')} disabled={busy} onClick={begin(openSamples)} />
            <Way command="project.openExisting" label={t('start.existing')} text={t('start.existing-text')} disabled={busy} onClick={begin(openExisting)} />
          </section>
          {recent.length > 0 && (
            <section className="start-recent">
              <h2>{t('project.recent')}</h2>
              <ul>
                {recent.map((project) => (
                  <li key={project.id}>
                    <button type="button" disabled={busy || !project.there} onClick={begin(() => openRecent(project.id))}>
                      <b>{project.name}</b>
                      <span>{project.there ? project.folder : t('project.gone')}</span>
                      <Opened at={project.openedAt} />
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <footer>
          <span>{busy && engine !== 'failed' ? t('engine.starting') : t('start.promise')}</span>
          <button type="button" className="button quiet" title={t('status-bar.language')} onClick={() => void setLanguage(app?.language === 'en' ? 'zh-Hans' : 'en')}>
            <span><span lang="zh-Hans" className={app?.language === 'zh-Hans' ? 'on' : ''}>中</span> / <span lang="en" className={app?.language === 'en' ? 'on' : ''}>En</span></span>
          </button>
        </footer>
      </main>
    </div>
  );
}

/** What was open last is not open now, and why. */
function NotOpened() {
  const t = useT();
  const notOpened = useApp((state) => state.app?.notOpened ?? null);
  if (notOpened === null) return null;
  return (
    <p className="start-trouble" role="alert">
      <Icon name="warning" /> <span className="selectable"><b>{t('start.not-opened', { name: notOpened.name })}</b> {errorText(t, notOpened.error)}</span>
    </p>
  );
}

function Way({ command, label, text, look = 'plain', disabled, onClick }: { readonly command: string; readonly label: string; readonly text: string; readonly look?: 'plain' | 'main'; readonly disabled: boolean; readonly onClick: () => void }) {
  return (
    <div className="start-way">
      <Button look={look} command={command} disabled={disabled} onClick={onClick} autoFocus={look === 'main'}>{label}</Button>
      <p>{text}</p>
    </div>
  );
}

function Opened({ at }: { readonly at: string }) {
  const formats = useFormats();
  return <time dateTime={at}>{formats.dateTime(at)}</time>;
}
