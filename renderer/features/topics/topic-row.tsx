import { useState } from 'react';
import type { Topic } from '#contract/schemas/project.ts';
import { useT } from '../../state/language.ts';
import { useLibrary } from '../library/library-store.ts';
import { changeFilter, clearFilter } from '../../state/library-query.ts';
import { goTo } from '../../state/screen.ts';
import { sameTopic, topicRef } from '../../state/topics.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { renameTopic, retireTopic } from './acts.ts';

type Props = { readonly topic: Topic; readonly digit: number | null; readonly editable: boolean; readonly depth: number };

/** A topic in both languages; the user's own can be renamed and retired. */
export function TopicRow({ topic, digit, editable, depth }: Props) {
  const t = useT();
  const [labels, setLabels] = useState<Topic['labels'] | null>(null); // while it is being renamed
  const count = useLibrary((state) => state.facets?.topics.find((facet) => sameTopic(facet.topic, topic))?.articles ?? 0);
  const show = () => {
    clearFilter();
    changeFilter({ topics: [topicRef(topic)] });
    goTo({ screen: 'library', view: 'articles' });
  };
  if (labels) {
    return (
      <li className="topic-row renaming">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setLabels(null);
            void renameTopic(topic, labels);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) setLabels(null);
          }}
        >
          <Field autoFocus lang="zh-Hans" aria-label={t('topics.chinese')} value={labels['zh-Hans']} onChange={(text) => setLabels({ ...labels, 'zh-Hans': text })} />
          <Field lang="en" aria-label={t('topics.english')} value={labels.en} onChange={(text) => setLabels({ ...labels, en: text })} />
          <span className="topic-acts">
            <Button type="submit" look="main" disabled={labels.en.trim() === '' && labels['zh-Hans'].trim() === ''}>{t('topics.keep')}</Button>
            <Button onClick={() => setLabels(null)}>{t('topics.leave')}</Button>
          </span>
        </form>
      </li>
    );
  }
  return (
    <li className={`topic-row ${topic.retired ? 'retired' : ''} ${editable ? '' : 'fixed'}`}>
      <span className="topic-digit">{digit !== null && <em>{digit}</em>}</span>
      <span className="topic-zh" lang="zh-Hans" style={{ paddingInlineStart: depth * 20 }}>{topic.labels['zh-Hans']}</span>
      <span className="topic-en" lang="en">{topic.labels.en}</span>
      {!editable && <span className="topic-id selectable">{topic.id}</span>}
      <span className="topic-count">{count > 0 && <button type="button" className="button quiet" onClick={show}>{t('library.articles', { count })}</button>}</span>
      {editable && (
        <span className="topic-acts">
          <Button look="quiet" onClick={() => setLabels(topic.labels)}>{t('topics.rename')}</Button>
          <Button look="quiet" onClick={() => void retireTopic(topic, !topic.retired)}>{t(topic.retired ? 'topics.back' : 'topics.retire')}</Button>
        </span>
      )}
    </li>
  );
}
