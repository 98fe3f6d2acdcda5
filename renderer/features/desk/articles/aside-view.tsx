import { memo } from 'react';
import { useAside, useAsideConfirmed } from '../../../state/desk-parts.ts';
import { confirmAside } from '../../../state/desk-go-on.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Passages } from './passages.tsx';

/** What belongs to no article, at the end of the page: in sight, because it is part of the account. */
export const AsideView = memo(function AsideView() {
  const t = useT();
  const held = useHeld();
  const passages = useAside();
  const confirmed = useAsideConfirmed();
  if (passages.length === 0) return null;
  const state = t(confirmed ? 'desk.aside.looked' : 'desk.aside.open');
  return (
    <section className="article aside" aria-labelledby="rule-aside" data-group="aside">
      <div className="rule">
        <b id="rule-aside">{t('desk.aside')}</b>
        <span className="aside-note" title={t('desk.aside-note')}>{t('desk.aside-note')}</span>
        <span className={`aside-state ${confirmed ? 'looked' : ''}`} title={state}><span aria-hidden="true">{confirmed ? '✓' : '○'}</span> <span className="aside-words">{state}</span></span>
        {!confirmed && <button type="button" className="word-button" {...held} onClick={() => void confirmAside(true)}>{t('desk.aside.look')} <CommandKeys of="desk.asideLooked" /></button>}
      </div>
      <Passages passages={passages} />
    </section>
  );
});
