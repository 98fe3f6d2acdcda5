import { useEffect } from 'react';
import type { RuleRow } from '#contract/schemas/rules.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { openAt } from '../desk/find/open-at.ts';
import { askAgain, followLeftPlaces, leftKey, useLeftPlaces } from './left-store.ts';
import { useOpenPlaces } from './open-places.ts';

const AROUND = 14; // UTF-16 units of the text around a place

/** The places a rule leaves as they are because somebody said so: each can be gone to, and be suggested again. */
export function LeftPlaces({ rule }: { readonly rule: RuleRow }) {
  const t = useT();
  const count = useOpenPlaces(rule.id)?.left ?? 0;
  const rows = useLeftPlaces(rule.id);
  useEffect(() => followLeftPlaces(rule.id, count), [rule.id, count]);
  if (rows.length === 0) return null;
  return (
    <div className="rule-left">
      <h3>{t('rules.left-title')}</h3>
      <ul>
        {rows.map((row, at) => (
          <li key={leftKey(row)} data-left={leftKey(row)}>
            <button type="button" className="rule-left-place" lang="zh-Hans" onClick={() => openAt(row.issue, row.hit, row)}>{row.before.slice(-AROUND)}<mark>{row.hit}</mark>{row.after.slice(0, AROUND)}</button>
            <span className="standing-rule-facts" lang="zh-Hans">{row.headline}</span>
            <Button look="quiet" command={at === 0 ? 'rules.askAgain' : undefined} onClick={() => void askAgain(row, rule)}>{t('rules.ask-again')}</Button>
          </li>
        ))}
        {count > rows.length && <li className="standing-rule-facts">{t('rules.left-more', { count: count - rows.length })}</li>}
      </ul>
    </div>
  );
}
