import { useEffect, useId, useState } from 'react';
import type { TopicRef } from '#core/model/issue.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { digitsOf, keyOf, matchTopics, sameTopic, topicRef, useTopicLabel } from '../../state/topics.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { previewTopic, selectedRows, toggleTopic } from './acts.ts';

type Held = 'all' | 'some' | 'none';

/** Tags the selection: type some letters, Enter. A topic that every selected article has is taken off. */
export function TagPanel({ onDone }: { readonly onDone: () => void }) {
  const t = useT();
  const schemes = useProject((state) => state.schemes);
  const pinned = useProject((state) => state.info?.settings.digits ?? []);
  const label = useTopicLabel();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const chosen = selectedRows();
  const topics = matchTopics(schemes, typed).map(({ topic }) => topic);
  const digits = digitsOf(pinned, schemes);
  const current = Math.min(at, Math.max(0, topics.length - 1));

  const marked = topics[current] && keyOf(topics[current]);
  const [told, setTold] = useState<(NonNullable<Awaited<ReturnType<typeof previewTopic>>> & { readonly topic: string }) | null>(null);
  useEffect(() => {
    let left = false;
    const topic = schemes.flatMap((scheme) => scheme.topics).find((one) => keyOf(one) === marked);
    if (topic && marked !== undefined) void previewTopic(topicRef(topic)).then((counts) => !left && counts && setTold({ ...counts, topic: marked }));
    return () => {
      left = true;
    };
  }, [marked, schemes]);

  const held = (ref: TopicRef): Held => {
    const count = chosen.filter((row) => row.topics.some((other) => sameTopic(other, ref))).length;
    return count === 0 ? 'none' : count === chosen.length ? 'all' : 'some';
  };
  const toggle = (ref: TopicRef) => {
    onDone();
    void toggleTopic(ref);
  };

  return (
    <div className="tag-panel">
      <Field
        autoFocus
        value={typed}
        placeholder={t('library.tag-hint')}
        aria-label={t('command.library.tag')}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={topics.length > 0 ? `${id}-${current}` : undefined}
        onChange={(value) => {
          setTyped(value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const topic = topics[current];
          if (event.key === 'ArrowDown') setAt(Math.min(topics.length - 1, current + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, current - 1));
          else if (event.key === 'Enter' && topic) toggle(topicRef(topic));
          else return;
          event.preventDefault();
        }}
      />
      <ul id={id} role="listbox" aria-label={t('library.column.topics')}>
        {topics.map((topic, index) => {
          const ref = topicRef(topic);
          const state = held(ref);
          const digit = digits.findIndex((other) => sameTopic(other, ref));
          return (
            <li key={`${topic.scheme} ${topic.id}`} id={`${id}-${index}`} role="option" aria-selected={index === current} onPointerMove={() => setAt(index)} onClick={() => toggle(ref)}>
              <span className={`tagged ${state}`}>{state === 'all' && <Icon name="check" />}</span>
              {label(ref)}
              {digit >= 0 && <Kbd keys={`${digit + 1}`} />}
            </li>
          );
        })}
        {topics.length === 0 && <li className="none">{t('library.tag-none')}</li>}
      </ul>
      {told !== null && told.topic === marked && (
        <p className="tag-preview" role="status">
          {told.have === told.articles ? t('library.tag-off', { count: told.articles }) : t('library.tag-preview', { count: told.articles, change: told.articles - told.have, have: told.have, implied: told.implied })}
        </p>
      )}
    </div>
  );
}
