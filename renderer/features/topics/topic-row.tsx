import { useState } from 'react';
import type { Scheme, Topic } from '#contract/schemas/project.ts';
import { useLanguage, useT } from '../../state/language.ts';
import { useLibrary } from '../library/library-store.ts';
import { changeFilter, clearFilter } from '../../state/library-query.ts';
import { goTo } from '../../state/screen.ts';
import { keyOf, sameTopic, topicRef } from '../../state/topics.ts';
import { Button } from '../../ui/button.tsx';
import { useReturn } from '../../ui/use-return.ts';
import { retireTopic } from './acts.ts';
import { TopicEditor } from './topic-editor.tsx';

type Props = { readonly topic: Topic; readonly scheme: Scheme; readonly digit: number | null; readonly depth: number };

/** A topic in both languages; the user's own can be changed and retired. */
export function TopicRow({ topic, scheme, digit, depth }: Props) {
  const t = useT();
  const language = useLanguage();
  const [changing, setChanging] = useState(false);
  const button = useReturn(changing);
  const { editable } = scheme;
  const count = useLibrary((state) => state.facets?.topics.find((facet) => sameTopic(facet.topic, topic))?.articles ?? 0);
  const show = () => {
    clearFilter();
    changeFilter({ topics: [topicRef(topic)] });
    goTo({ screen: 'library', view: 'articles' });
  };
  if (changing) return <TopicEditor topic={topic} scheme={scheme} onClose={() => setChanging(false)} />;
  return (
    <li data-spot={`topic ${keyOf(topic)}`} tabIndex={-1} title={topic.definition[language]} className={`topic-row ${topic.retired ? 'retired' : ''} ${editable ? '' : 'fixed'}`}>
      <span className="topic-digit">{digit !== null && <em>{digit}</em>}</span>
      <span className="topic-zh" lang="zh-Hans" style={{ paddingInlineStart: depth * 20 }}>{topic.labels['zh-Hans']}</span>
      <span className="topic-en" lang="en">{topic.labels.en} {topic.notation && <code>{topic.notation}</code>}</span>
      {!editable && <span className="topic-id selectable">{topic.id}</span>}
      <span className="topic-count">{count > 0 && <button type="button" className="button quiet" onClick={show}>{t('library.articles', { count })}</button>}</span>
      {editable && (
        <span className="topic-acts">
          <Button ref={button} look="quiet" command="topics.change" data-act="change" onClick={() => setChanging(true)}>{t('topics.change')}</Button>
          <Button look="quiet" command="topics.retire" data-act="retire" onClick={() => void retireTopic(topic, !topic.retired)}>{t(topic.retired ? 'topics.back' : 'topics.retire')}</Button>
        </span>
      )}
    </li>
  );
}
