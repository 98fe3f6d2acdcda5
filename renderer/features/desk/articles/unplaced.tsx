import { memo, useEffect, useRef } from 'react';
import { call } from '../../../bridge/bridge.ts';
import { typedText } from '../../../state/desk-outbox.ts';
import { dropHeld, sendHeld } from '../../../state/desk-save.ts';
import { deskStore, useDesk } from '../../../state/desk.ts';
import { useLanguage, useT } from '../../../state/language.ts';
import { errorText, sayError } from '../../../state/toasts.ts';
import { afterPaint } from '../../../ui/after-paint.ts';
import { Button } from '../../../ui/button.tsx';
import type { UnplacedEdit } from '#contract/schemas/desk.ts';
import { Reopen } from '../../project/reopen.tsx';

async function dropUnplaced(issue: number, entry: number): Promise<void> {
  const dropped = await call('issue.dropUnplaced', { issue, entry });
  if (!dropped.ok) return sayError(dropped.error);
  deskStore.setState(({ page }) => ({ page: page && { ...page, unplaced: page.unplaced.filter((one) => one.entry !== entry) } }));
}

/** What could not be saved: in sight wherever the page is scrolled to, until it is written or given up. */
export const Held = memo(function Held() {
  const t = useT();
  const held = useDesk((state) => (state.saving.state === 'held' ? state.saving.error : null));
  if (!held) return null;
  return (
    <div className="held" role="alert">
      <p><b>{t('desk.held.title')}</b> {t('desk.held.text', { error: errorText(t, held) })}</p>
      <Reopen after={held.code} look="main" />
      <Button look={held.code === 'database-damaged' ? 'plain' : 'main'} command="desk.save" onClick={sendHeld}>{t('desk.held.again')}</Button>
      <Button command="desk.giveUp" onClick={() => void dropHeld()}>{t('desk.held.drop')}</Button>
    </div>
  );
});

const NONE: readonly UnplacedEdit[] = [];

/** What found no place in a page that was read anew. Nothing an editor wrote is lost without being shown. */
export const Unplaced = memo(function Unplaced() {
  const t = useT();
  const language = useLanguage();
  const id = useDesk(({ page }) => page?.id ?? 0);
  const unplaced = useDesk(({ page }) => page?.unplaced ?? NONE);
  const lost = useDesk((state) => state.lost);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => afterPaint(() => notice.current?.scrollIntoView({ block: 'nearest' })), [lost]); // it stands above the page, of which another place may be in sight
  return (
    <>
      {lost.length > 0 && (
        <div ref={notice} className="set-by" role="alert">
          <h3>{t('desk.lost.title')}</h3>
          <p>{t('desk.lost.text')}</p>
          {lost.map(({ once, label, edits }) => <p key={once} className="set-by-line"><b>{t(`history.${label}`)}</b> <q lang="zh-Hans" className="selectable">{typedText(edits)}</q></p>)}
          <Button onClick={() => void navigator.clipboard.writeText(lost.map(({ edits }) => typedText(edits)).join('\n'))}>{t('desk.lost.copy')}</Button>{' '}
          <Button onClick={() => deskStore.setState({ lost: [] })}>{t('desk.lost.drop')}</Button>
        </div>
      )}
      {unplaced.length > 0 && (
        <details className="set-by" open>
          <summary>{t('desk.unplaced.title', { count: unplaced.length })}</summary>
          <p>{t('desk.unplaced.text')}</p>
          {unplaced.map(({ entry, edit, was, is }) => (
            <div key={entry} className="set-by-line two-readings">
              <b>{t(`edit.${edit.kind}`)}</b>
              <dl lang="zh-Hans">
                <dt lang={language}>{t('desk.unplaced.was')}</dt>
                <dd>{was || '—'}</dd>
                <dt lang={language}>{t('desk.unplaced.is')}</dt>
                <dd>{is || '—'}</dd>
              </dl>
              <Button look="quiet" onClick={() => void dropUnplaced(id, entry)}>{t('desk.unplaced.drop')}</Button>
            </div>
          ))}
        </details>
      )}
    </>
  );
});
