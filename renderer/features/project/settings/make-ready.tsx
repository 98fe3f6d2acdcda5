import { useEffect, useState } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { useFormats, useT } from '../../../state/language.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Deciding } from '../../../ui/deciding.tsx';
import { setMakeReady } from '../make-ready.ts';

/** Whether exports are made ready while nobody does anything, and what is kept of them takes on the disk. */
export function MakeReady({ isOn }: { readonly isOn: boolean }) {
  const t = useT();
  const formats = useFormats();
  const bytes = useKeptBytes(isOn);
  return (
    <section>
      <h2>{t('settings.make-ready')}</h2>
      <p className="lead">{t('settings.make-ready-text')}</p>
      <div className="looks">
        <Deciding>
          <label>
            <input type="checkbox" className="check" checked={isOn} onChange={({ target }) => void setMakeReady(target.checked)} />
            {t('settings.make-ready.on')}
          </label>
        </Deciding>
        <CommandKeys of="project.makeReady" />
      </div>
      {bytes !== null && <p className="settings-kept">{bytes === 0 ? t('settings.make-ready.none') : t(isOn ? 'settings.make-ready.takes' : 'settings.make-ready.off-takes', { size: formats.size(bytes) })}</p>}
    </section>
  );
}

/** How much is kept on the disk when this is shown and when the setting changes; null: not known yet. It is not asked again and again: who asks keeps the next export from being made ready. */
function useKeptBytes(isOn: boolean): number | null {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => {
    let isShown = true;
    void call('export.kept', {}).then((kept) => {
      if (isShown && kept.ok) setBytes(kept.value.bytes);
    });
    return () => {
      isShown = false;
    };
  }, [isOn]);
  return bytes;
}
