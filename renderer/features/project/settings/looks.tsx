import { LANGUAGES } from '#contract/schemas/project.ts';
import { setLanguage, setTheme, useApp } from '../../../state/app.ts';
import { useT } from '../../../state/language.ts';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

/** Language and theme of the program, as set or as the system has them. */
export function Looks() {
  const t = useT();
  const language = useApp((state) => state.app?.languageSetting ?? 'system');
  const theme = useApp((state) => state.app?.themeSetting ?? 'system');
  return (
    <section>
      <h2>{t('settings.looks')}</h2>
      <p className="lead">{t('settings.looks-text')}</p>
      <fieldset className="looks">
        <legend>{t('settings.language')}</legend>
        {(['system', ...LANGUAGES] as const).map((one) => (
          <label key={one}>
            <input type="radio" className="check" name="language" checked={language === one} onChange={() => void setLanguage(one)} />
            {t(`settings.language.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="looks">
        <legend>{t('settings.theme')}</legend>
        {THEMES.map((one) => (
          <label key={one}>
            <input type="radio" className="check" name="theme" checked={theme === one} onChange={() => void setTheme(one)} />
            {t(`settings.theme.${one}`)}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
