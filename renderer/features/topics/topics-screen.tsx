import { useLayoutEffect, useRef } from 'react';
import { useTellHere } from '../../state/here.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { DigitSlots } from './digit-slots.tsx';
import { ImportPanel } from './import-panel.tsx';
import { NamesForm } from './names-form.tsx';
import { addScheme, chooseImport, useImport } from './scheme-acts.ts';
import { SchemeList } from './scheme-list.tsx';
import { topicSpots } from './spots.ts';
import './topics.css';

/** The subjects articles are tagged with: the digits that give them, the user's own schemes, and the built-in one. */
export function TopicsScreen() {
  const t = useT();
  const schemes = useProject((state) => state.schemes);
  const begun = useImport();
  const inOrder = schemes.toSorted((a, b) => Number(b.editable) - Number(a.editable) || Number(a.retired) - Number(b.retired));
  const first = inOrder.find(({ editable, retired }) => editable && !retired);
  const importButton = useRef<HTMLButtonElement>(null);
  const from = useRef<HTMLElement>(null); // what had the keyboard when an import was begun
  useLayoutEffect(() => {
    if (begun) from.current = begun.from;
    else if (from.current) {
      (from.current.isConnected && !from.current.matches('main') ? from.current : importButton.current)?.focus();
      from.current = null;
    }
  }, [begun]);
  useTellHere([t('rail.topics')]);
  return (
    <div className="page-screen">
      <div className="page-column topics" onFocus={({ target }) => topicSpots.note(target)}>
        <section>
          <h2>{t('topics.digits')}</h2>
          <p className="lead">{t('topics.digits-text')}</p>
          <DigitSlots />
        </section>
        <section>
          <h2>{t('topics.schemes')}</h2>
          <p className="lead">{t('topics.schemes-text')}</p>
          {begun ? <ImportPanel begun={begun} /> : (
            <NamesForm id="new-scheme" command="topics.add-scheme" zh={t('topics.scheme-title-zh')} en={t('topics.scheme-title-en')} doIt={t('topics.add-scheme')} onDone={addScheme}>
              <Button ref={importButton} command="topics.import" onClick={() => void chooseImport(null)}>{t('topics.import')}</Button>
            </NamesForm>
          )}
        </section>
        {inOrder.map((scheme) => <SchemeList key={scheme.id} scheme={scheme} isFirst={scheme === first} />)}
      </div>
    </div>
  );
}
