import { memo } from 'react';
import { useStore } from 'zustand';
import { useKeysSaid } from '../../commands/keys-said.ts';
import { lateDeskView } from '../../state/desk-view.ts';
import { inWords, useT } from '../../state/language.ts';

/** Says to a screen reader what was done. A parameter that is itself a key is said in words. */
export const Announcer = memo(function Announcer() {
  const t = useT();
  const said = useStore(lateDeskView, (state) => state.said);
  const keys = useKeysSaid(said?.key ?? null);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said && <span key={said.nth}>{t(said.key, { ...keys, ...inWords(t, said.params) })}</span>}
    </div>
  );
});
