import { useEffect, useState } from 'react';
import type { PlaceRow } from '#contract/schemas/concordance.ts';
import type { RuleRow } from '#contract/schemas/rules.ts';
import { call, newOnce } from '../../bridge/bridge.ts';
import { undoLast } from '../../state/history.ts';
import { useT } from '../../state/language.ts';
import { whileSaving } from '../../state/saving.ts';
import { say, sayError } from '../../state/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { openAt } from '../desk/find/open-at.ts';
import { useOpenPlaces } from './open-places.ts';

/** The places a rule leaves as they are because somebody said so: each can be gone to, and be suggested again. */
export function LeftPlaces({ rule }: { readonly rule: RuleRow }) {
  const t = useT();
  const count = useOpenPlaces(rule.id)?.left ?? 0;
  const [rows, setRows] = useState<readonly PlaceRow[]>([]);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = count === 0 ? null : await call('rules.left', { id: rule.id });
      if (!isOver) setRows(answer?.ok ? answer.value : []);
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [rule.id, count]);
  if (rows.length === 0) return null;
  return (
    <div className="rule-left">
      <h3>{t('rules.left-title')}</h3>
      <ul>
        {rows.map((row) => (
          <li key={`${row.issue} ${row.key}`}>
            <button type="button" className="rule-left-place" lang="zh-Hans" onClick={() => openAt(row.issue, row.hit, row)}>{row.before.slice(-AROUND)}<mark>{row.hit}</mark>{row.after.slice(0, AROUND)}</button>
            <span className="standing-rule-facts" lang="zh-Hans">{row.headline}</span>
            <Button look="quiet" onClick={() => void askAgain(rule, row)}>{t('rules.ask-again')}</Button>
          </li>
        ))}
        {count > rows.length && <li className="standing-rule-facts">{t('rules.left-more', { count: count - rows.length })}</li>}
      </ul>
    </div>
  );
}

const AROUND = 14; // UTF-16 units of the text around a place

async function askAgain({ id, read }: RuleRow, { issue, key }: PlaceRow): Promise<void> {
  const done = await whileSaving(call('rules.askAgain', { once: newOnce(), id, issue, key }));
  if (!done.ok) return sayError(done.error);
  say('rules.asks-again', { read }, undoLast);
}
