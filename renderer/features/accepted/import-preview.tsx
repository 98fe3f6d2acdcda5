import { useEffect, useRef } from 'react';
import { ACCEPTED_SCOPES } from '#contract/schemas/accepted.ts';
import { useAccepted } from '../../state/accepted.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { leaveField } from '../../ui/leave-field.ts';
import { checkName } from './accepted-columns.tsx';
import { listStore } from './accepted-store.ts';
import type { BegunImport } from './accepted-store.ts';
import { doImport, tryImport } from './acts.ts';

/** What a list in a file would bring, before it is taken in: how many wordings are new, which first, and into which list. */
export function ImportPreview({ begun }: { readonly begun: BegunImport }) {
  const t = useT();
  const everywhere = useAccepted((state) => state.everywhere);
  const form = useRef<HTMLFormElement>(null);
  const { label, scope, tried: { added, same, refused, sample } } = begun;
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const leave = () => {
    const field = form.current?.querySelector('select');
    if (field) leaveField(field, '.accepted .data-table');
    listStore.setState({ importing: null });
  };
  return (
    <form
      ref={form}
      className="accepted-import"
      aria-label={t('accepted.import-preview')}
      onSubmit={(event) => {
        event.preventDefault();
        if (added > 0) void doImport();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') leave();
        else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
        else return;
        event.preventDefault();
      }}
    >
      <p role="status"><b>{t('accepted.import-said', { added, same, refused })}</b> <span className="selectable accepted-import-file">{label}</span></p>
      {sample.length > 0 && (
        <ul className="accepted-import-sample" lang="zh-Hans">
          {sample.map(({ check, text }) => <li key={`${check} ${text}`}>{text}{check !== '' && <small> {checkName(t, check)}</small>}</li>)}
          {added > sample.length && <li><small>{t('accepted.import-more', { count: added - sample.length })}</small></li>}
        </ul>
      )}
      <span className="accepted-import-acts">
        <label>{t('accepted.import-into')} <select className="field" value={scope} onChange={({ target }) => void tryImport({ ...begun, scope: ACCEPTED_SCOPES.find((one) => one === target.value) ?? 'project' })}>
          {ACCEPTED_SCOPES.map((one) => <option key={one} value={one} disabled={one === 'everywhere' && !everywhere}>{t(`accepted.scope.${one}`)}</option>)}
        </select></label>
        <Button type="submit" look="main" disabled={added === 0}>{t('accepted.import-do', { count: added })} <Kbd keys="Enter" /></Button>
        <Button onClick={leave}>{t('accepted.import-leave')} <Kbd keys="Escape" /></Button>
      </span>
    </form>
  );
}
