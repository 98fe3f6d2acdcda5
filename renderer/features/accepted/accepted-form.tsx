import { useEffect, useState } from 'react';
import type { AcceptedRow, AcceptedScope } from '#contract/schemas/accepted.ts';
import { LONGEST_ACCEPTED, tidyAccepted } from '#core/checks/accepted.ts';
import { CHECKS } from '#core/checks/registry.ts';
import { useAccepted } from '../../state/accepted.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { leaveField } from '../../ui/leave-field.ts';
import { checkName } from './accepted-columns.tsx';
import { listStore } from './accepted-store.ts';
import { addWording, changeWording } from './acts.ts';

const GENERAL = CHECKS.filter(({ inGeneral }) => inGeneral !== undefined).map(({ id }) => id);
const NEW: Pick<AcceptedRow, 'text' | 'check' | 'scope'> = { text: '', check: '', scope: 'project' };

/** A wording typed by hand, or (`editing`) one of the lists put otherwise. */
export function AcceptedForm({ editing }: { readonly editing: AcceptedRow | null }) {
  const t = useT();
  const everywhere = useAccepted((state) => state.everywhere);
  const [{ text, check, scope }, setTyped] = useState(editing ?? NEW);
  const set = (change: Partial<typeof NEW>) => setTyped((typed) => ({ ...typed, ...change }));
  const wording = tidyAccepted(text);
  const leave = () => {
    listStore.setState({ editing: null });
    const field = document.querySelector<HTMLElement>('#accepted-text');
    if (field) leaveField(field, '.accepted .data-table');
  };
  useEffect(() => {
    if (editing) document.querySelector<HTMLInputElement>('#accepted-text')?.select();
  }, [editing]);
  const done = async () => {
    if (wording === null) return;
    const next = { text: wording, check, scope };
    if (!(await (editing ? changeWording(editing, next) : addWording(next)))) return;
    if (editing) leave();
    else set({ text: '' });
  };
  return (
    <form
      className="accepted-form"
      aria-label={t(editing ? 'command.accepted.change' : 'command.accepted.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <Field id="accepted-text" lang="zh-Hans" className="accepted-typed" value={text} maxLength={LONGEST_ACCEPTED} placeholder={t('accepted.typed')} aria-label={t('accepted.column.text')} onChange={(typed) => set({ text: typed })} />
      <select className="field" aria-label={t('accepted.column.check')} value={check} onChange={({ target }) => set({ check: target.value })}>
        <option value="">{checkName(t, '')}</option>
        {GENERAL.map((id) => <option key={id} value={id}>{checkName(t, id)}</option>)}
      </select>
      <select className="field" aria-label={t('accepted.column.scope')} value={scope} onChange={({ target }) => set({ scope: target.value as AcceptedScope })}>
        <option value="project">{t('accepted.scope.project')}</option>
        {everywhere && <option value="everywhere">{t('accepted.scope.everywhere')}</option>}
      </select>
      <Button type="submit" look={editing ? 'main' : 'plain'} disabled={wording === null} {...(editing ? {} : { command: 'accepted.add' })} onClick={(event) => {
        event.preventDefault();
        void done();
      }}>{t(editing ? 'accepted.change' : 'accepted.add')}</Button>
      {editing && <Button look="quiet" onClick={leave}>{t('library.cancel')}</Button>}
    </form>
  );
}
