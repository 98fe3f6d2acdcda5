import { useState } from 'react';
import type { Scheme } from '#contract/schemas/project.ts';
import { inTreeOrder } from '#core/topics/tree.ts';
import { useTellHere } from '../../state/here.ts';
import { useLanguage, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { digitsOf, sameTopic } from '../../state/topics.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { addTopic } from './acts.ts';
import { DigitSlots } from './digit-slots.tsx';
import { TopicRow } from './topic-row.tsx';
import './topics.css';

/** The subjects articles are tagged with: the digits that give them, the built-in scheme, and the user's own. */
export function TopicsScreen() {
  const t = useT();
  const schemes = useProject((state) => state.schemes);
  useTellHere([t('rail.topics')]);
  return (
    <div className="page-screen">
      <div className="page-column topics">
        <section>
          <h2>{t('topics.digits')}</h2>
          <p className="lead">{t('topics.digits-text')}</p>
          <DigitSlots />
        </section>
        {schemes.toSorted((a, b) => Number(b.editable) - Number(a.editable)).map((scheme) => <SchemeList key={scheme.id} scheme={scheme} />)}
      </div>
    </div>
  );
}

function SchemeList({ scheme }: { readonly scheme: Scheme }) {
  const t = useT();
  const language = useLanguage();
  const schemes = useProject((state) => state.schemes);
  const pinned = useProject((state) => state.info?.settings.digits ?? []);
  const digits = digitsOf(pinned, schemes);
  const inUse = scheme.topics.filter((topic) => !topic.retired);
  const retired = scheme.topics.filter((topic) => topic.retired);
  return (
    <section>
      <h2>{scheme.title[language]} <span className="count">{inUse.length}</span></h2>
      {scheme.editable ? <p className="lead">{t('topics.own-text')}</p> : <p className="lead">{t('topics.fixed-text')}</p>}
      {scheme.editable && <NewTopic />}
      {scheme.topics.length > 0 && (
        <ul className="topic-list">
          {[...inTreeOrder(inUse), ...retired.map((topic) => ({ topic, depth: 0 }))].map(({ topic, depth }) => {
            const at = digits.findIndex((digit) => sameTopic(digit, topic));
            return <TopicRow key={topic.id} topic={topic} digit={at < 0 ? null : at + 1} editable={scheme.editable} depth={depth} />;
          })}
        </ul>
      )}
    </section>
  );
}

function NewTopic() {
  const t = useT();
  const [labels, setLabels] = useState({ en: '', 'zh-Hans': '' });
  const [busy, setBusy] = useState(false);
  const empty = labels.en.trim() === '' && labels['zh-Hans'].trim() === '';
  const add = async () => {
    if (empty || busy) return;
    setBusy(true);
    if (await addTopic({ en: labels.en.trim(), 'zh-Hans': labels['zh-Hans'].trim() })) setLabels({ en: '', 'zh-Hans': '' });
    setBusy(false);
  };
  return (
    <form
      className="new-topic"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field id="new-topic" lang="zh-Hans" placeholder={t('topics.chinese')} aria-label={t('topics.chinese')} value={labels['zh-Hans']} onChange={(text) => setLabels({ ...labels, 'zh-Hans': text })} />
      <Field lang="en" placeholder={t('topics.english')} aria-label={t('topics.english')} value={labels.en} onChange={(text) => setLabels({ ...labels, en: text })} />
      <Button type="submit" disabled={empty || busy} command="topics.add">{t('topics.add')}</Button>
    </form>
  );
}
