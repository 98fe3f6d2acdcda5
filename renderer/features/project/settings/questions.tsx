import { setAsking, useAsking } from '../../../state/desk-asking.ts';
import { useT } from '../../../state/language.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';

const PARTS = [['near', 'desk.askNear'], ['roles', 'desk.askRoles']] as const;

/** Which questions the pages put beside what the machine did and is unsure of. */
export function Questions() {
  const t = useT();
  const asking = useAsking((state) => state);
  return (
    <section>
      <h2>{t('settings.questions')}</h2>
      <p className="lead">{t('settings.questions-text')}</p>
      {PARTS.map(([part, command]) => (
        <div key={part} className="looks">
          <label>
            <input type="checkbox" className="check" checked={asking[part]} onChange={({ target }) => setAsking({ [part]: target.checked })} />
            {t(`settings.questions.${part}`)}
          </label>
          <CommandKeys of={command} />
        </div>
      ))}
    </section>
  );
}
