import { memo } from 'react';
import { useStore } from 'zustand';
import { isStringKey } from '#strings/index.ts';
import { useKeysSaid } from '../../commands/keys-said.ts';
import { lateDeskView } from '../../state/desk-view.ts';
import { useT } from '../../state/language.ts';

/** Says to a screen reader what was done. A parameter that is itself a key is said in words. */
export const Announcer = memo(function Announcer() {
  const t = useT();
  const said = useStore(lateDeskView, (state) => state.said);
  const keys = useKeysSaid(said?.key ?? null);
  const params = Object.fromEntries(Object.entries(said?.params ?? {}).map(([name, value]) => [name, typeof value === 'string' && isStringKey(value) ? t(value) : value]));
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said && <span key={said.nth}>{t(said.key, { ...keys, ...params })}</span>}
    </div>
  );
});
