import { useCallback, useRef, useState } from 'react';
import { isSameName } from '#contract/schemas/queue.ts';
import { useT } from '../../state/language.ts';
import { refuseWriting, useHeld } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { CommandKeys } from '../../ui/command-keys.tsx';
import { Field, Labelled } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/popover.tsx';
import { saveSearch } from './acts.ts';
import { showSaveSearch, useSaveSearchShown } from './save-shown.ts';
import { isAsked, searchStore, useSearch } from './search-store.ts';

const LONGEST_NAME = 100;

/** The button that saves what is looked for, and the panel it is named in. */
export function SaveSearch() {
  const t = useT();
  const asked = useSearch(({ question }) => isAsked(question));
  const shown = useSaveSearchShown();
  const held = useHeld();
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => showSaveSearch(false), []);
  if (!asked) return null;
  return (
    <>
      <button ref={button} type="button" className="button quiet" aria-haspopup="dialog" aria-expanded={shown} {...held} onClick={() => refuseWriting() || showSaveSearch(!shown)}>
        <Icon name="queue" /> {t('search.save')} <CommandKeys of="search.save" />
      </button>
      {shown && <Panel label={t('command.search.save')} anchor={button} align="end" onClose={close}><SaveForm onDone={close} /></Panel>}
    </>
  );
}

function SaveForm({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const saved = useSearch((state) => state.saved);
  const [name, setName] = useState(() => searchStore.getState().question.text.trim().slice(0, LONGEST_NAME));
  const trimmed = name.trim();
  const taken = saved.some((each) => isSameName(each.name, trimmed));
  return (
    <form
      className="metadata-panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (trimmed === '' || taken) return;
        void saveSearch(trimmed).then((done) => done && onDone());
      }}
    >
      <p className="help">{t('search.save-help')}</p>
      <Labelled label={t('search.save-name')} {...(taken && { help: t('search.save-taken') })}>
        <Field autoFocus value={name} invalid={taken} maxLength={LONGEST_NAME} onChange={setName} onFocus={(event) => event.currentTarget.select()} />
      </Labelled>
      <div className="panel-actions">
        <Button onClick={onDone}>{t('library.cancel')}</Button>
        <Button type="submit" look="main" disabled={trimmed === '' || taken}>{t('search.save')}</Button>
      </div>
    </form>
  );
}
