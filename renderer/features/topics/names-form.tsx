import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Names, Scheme } from '#contract/schemas/project.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Deciding } from '../../ui/deciding.tsx';
import { Field } from '../../ui/field.tsx';
import { addTopic } from './acts.ts';
import { BroaderField } from './broader-field.tsx';

const EMPTY: Names = { en: '', 'zh-Hans': '' };

type Props = {
  readonly id?: string; // of its first field
  readonly first?: Names;
  readonly zh: string; // what its fields are for
  readonly en: string;
  readonly doIt: string;
  readonly command?: string; // the one that leads to it
  readonly children?: ReactNode;
  /** Says whether it was done: then the fields are emptied. */
  readonly onDone: (names: Names) => Promise<boolean>;
  readonly onLeave?: () => void; // left out: it always stands there, and Escape goes to where the keyboard came from
};

/** A name in both languages; one of them is enough. */
export function NamesForm({ id, first = EMPTY, zh, en, doIt, command, children, onDone, onLeave }: Props) {
  const t = useT();
  const [names, setNames] = useState(first);
  const [busy, setBusy] = useState(false);
  const from = useRef<HTMLElement>(null);
  const empty = names.en.trim() === '' && names['zh-Hans'].trim() === '';
  const run = async () => {
    if (empty || busy) return;
    setBusy(true);
    if (await onDone({ en: names.en.trim(), 'zh-Hans': names['zh-Hans'].trim() })) setNames(first);
    setBusy(false);
  };
  const leave = (form: HTMLElement) => {
    if (onLeave) onLeave();
    else (from.current?.isConnected ? from.current : form.closest('main'))?.focus();
  };
  return (
    <form
      className="new-topic"
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) from.current = relatedTarget;
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        leave(event.currentTarget);
      }}
    >
      <Deciding>
        <Field {...(id !== undefined && { id })} autoFocus={onLeave !== undefined} lang="zh-Hans" placeholder={zh} aria-label={zh} value={names['zh-Hans']} onChange={(text) => setNames({ ...names, 'zh-Hans': text })} />
        <Field lang="en" placeholder={en} aria-label={en} value={names.en} onChange={(text) => setNames({ ...names, en: text })} />
        {children}
        <span className="topic-acts">
          <Button type="submit" command={command} disabled={empty || busy}>{doIt}</Button>
          {onLeave && <Button onClick={onLeave}>{t('topics.leave')}</Button>}
        </span>
      </Deciding>
    </form>
  );
}

/** A new topic of a scheme. The first scheme's is where the key leads. */
export function NewTopic({ scheme, isFirst }: { readonly scheme: Scheme; readonly isFirst: boolean }) {
  const t = useT();
  const [broader, setBroader] = useState<string | null>(null);
  return (
    <NamesForm {...(isFirst && { id: 'new-topic', command: 'topics.add' })} zh={t('topics.chinese')} en={t('topics.english')} doIt={t('topics.add')} onDone={(names) => addTopic(names, scheme.id, broader)}>
      {scheme.topics.length > 0 && <BroaderField scheme={scheme} of={null} value={broader} onChange={setBroader} />}
    </NamesForm>
  );
}
