import { memo } from 'react';
import { showOverlay } from '../../commands/overlay.ts';
import { ProjectMenu } from '../../features/project/project-menu.tsx';
import { useHere } from '../../state/here.ts';
import { useT } from '../../state/language.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import './title-bar.css';

/** Project ▸ folder ▸ page, and the two doors to everything: quick open and the palette. */
export const TitleBar = memo(function TitleBar() {
  const t = useT();
  const { trail, note } = useHere();
  return (
    <header className="title-bar">
      <span className="logo" aria-hidden="true">Stet</span>
      <div className="crumbs">
        <ProjectMenu />
        {trail.map((name, at) => (
          <span key={trail.slice(0, at + 1).join('\n')} className="crumb">
            <span className="crumb-arrow" aria-hidden="true">▸</span>
            <span className={at === trail.length - 1 ? 'crumb-here' : ''}>{name}</span>
          </span>
        ))}
        {note !== '' && <span className="crumb-note">{note}</span>}
      </div>
      <button type="button" className="door wide" onClick={() => showOverlay('open')}>
        {t('title-bar.open')} <CommandKeys of="app.open" />
      </button>
      <button type="button" className="door" onClick={() => showOverlay('palette')}>
        {t('title-bar.commands')} <CommandKeys of="app.palette" />
      </button>
    </header>
  );
});
