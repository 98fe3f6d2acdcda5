import { memo } from 'react';
import { useT } from '../../state/language.ts';
import { RAIL, goToScreen, useScreen } from '../../state/screen.ts';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Icon } from '../../ui/icon.tsx';
import './rail.css';

/** The screens, one under the other. */
export const Rail = memo(function Rail() {
  const t = useT();
  const here = useScreen((state) => state.place.screen);
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      {RAIL.map((screen) => (
        <button key={screen} type="button" className="rail-item" aria-current={(here === 'concordance' ? 'search' : here) === screen ? 'page' : undefined} onClick={() => goToScreen(screen)}>
          <Icon name={screen} />
          {t(`rail.${screen}`)}
          <CommandKeys of={`app.go.${screen}`} />
        </button>
      ))}
      <button type="button" className="rail-item last" aria-current={here === 'names' ? 'page' : undefined} onClick={() => goToScreen('names')}>
        <Icon name="names" />
        {t('rail.names')}
        <CommandKeys of="app.go.names" />
      </button>
      <button type="button" className="rail-item" aria-current={here === 'accepted' ? 'page' : undefined} onClick={() => goToScreen('accepted')}>
        <Icon name="accepted" />
        {t('rail.accepted')}
        <CommandKeys of="app.go.accepted" />
      </button>
      <button type="button" className="rail-item" aria-current={here === 'rules' ? 'page' : undefined} onClick={() => goToScreen('rules')}>
        <Icon name="rules" />
        {t('rail.rules')}
        <CommandKeys of="project.rules" />
      </button>
      <button type="button" className="rail-item" aria-current={here === 'settings' ? 'page' : undefined} onClick={() => goToScreen('settings')}>
        <Icon name="settings" />
        {t('rail.settings')}
        <CommandKeys of="project.settings" />
      </button>
    </nav>
  );
});
