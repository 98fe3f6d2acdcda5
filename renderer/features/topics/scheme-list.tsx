import { useState } from 'react';
import type { Scheme } from '#contract/schemas/project.ts';
import { inTreeOrder } from '#core/topics/tree.ts';
import { useLanguage, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { digitsOf, keyOf, sameTopic } from '../../state/topics.ts';
import { Button } from '../../ui/button.tsx';
import { useReturn } from '../../ui/use-return.ts';
import { chooseImport, changeScheme, exportScheme } from './scheme-acts.ts';
import { NamesForm, NewTopic } from './names-form.tsx';
import { TopicRow } from './topic-row.tsx';

/** A scheme: its title and what can be done with it, then its topics as a tree, the retired ones last. */
export function SchemeList({ scheme, isFirst }: { readonly scheme: Scheme; readonly isFirst: boolean }) {
  const t = useT();
  const language = useLanguage();
  const schemes = useProject((state) => state.schemes);
  const pinned = useProject((state) => state.info?.settings.digits ?? []);
  const [renaming, setRenaming] = useState(false);
  const button = useReturn(renaming);
  const digits = digitsOf(pinned, schemes);
  const inUse = scheme.topics.filter((topic) => !topic.retired);
  const retired = scheme.topics.filter((topic) => topic.retired);
  const name = scheme.title[language] || scheme.title.en || scheme.title['zh-Hans'];
  const named = <span className="visually-hidden"> {name}</span>; // which scheme it is of, for those who hear it
  return (
    <section className={scheme.retired ? 'scheme retired' : 'scheme'}>
      <header className="scheme-head" data-spot={`scheme ${scheme.id}`} tabIndex={-1}>
        <h2>{name} <span className="count">{inUse.length}</span></h2>
        <span className="topic-acts">
          {scheme.editable && <Button look="quiet" command="topics.import-into" data-act="import" onClick={() => void chooseImport(scheme.id)}>{t('topics.import')}{named}</Button>}
          <Button look="quiet" command="topics.export" data-act="export" onClick={() => void exportScheme(scheme)}>{t('topics.export')}{named}</Button>
          {scheme.editable && <Button ref={button} look="quiet" command="topics.change" data-act="change" onClick={() => setRenaming(true)}>{t('topics.change')}{named}</Button>}
          {scheme.editable && <Button look="quiet" command="topics.retire" data-act="retire" onClick={() => void changeScheme(scheme, { retired: !scheme.retired })}>{t(scheme.retired ? 'topics.back' : 'topics.retire')}{named}</Button>}
        </span>
      </header>
      {renaming && (
        <NamesForm
          first={scheme.title}
          zh={t('topics.scheme-title-zh')}
          en={t('topics.scheme-title-en')}
          doIt={t('topics.keep')}
          onLeave={() => setRenaming(false)}
          onDone={async (title) => {
            setRenaming(false);
            await changeScheme(scheme, { title });
            return true;
          }}
        />
      )}
      <p className="lead">{t(scheme.editable ? 'topics.own-text' : 'topics.fixed-text')}</p>
      {scheme.editable && !scheme.retired && <NewTopic scheme={scheme} isFirst={isFirst} />}
      {scheme.topics.length > 0 && (
        <ul className="topic-list">
          {[...inTreeOrder(inUse), ...retired.map((topic) => ({ topic, depth: 0 }))].map(({ topic, depth }) => {
            const at = digits.findIndex((digit) => sameTopic(digit, topic));
            return <TopicRow key={keyOf(topic)} topic={topic} scheme={scheme} digit={at < 0 ? null : at + 1} depth={depth} />;
          })}
        </ul>
      )}
    </section>
  );
}
