import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Tagged } from '#contract/schemas/library.ts';
import type { TopicSuggestion } from '#contract/schemas/project.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { runKeyOf } from '../../commands/run-key-of.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { suggestFor } from '../../state/suggested-topics.ts';
import { digitsOf, findTopic, keyOf, matchTopics, sameTopic, topicRef, useTopicLabel } from '../../state/topics.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { selectedAtHand, tagged, toggleTopic } from './acts.ts';

type Held = 'all' | 'some' | 'none';

/** Tags the selection: type some letters, Enter; it stays open for the next. A topic that every selected article has is taken off. First come those that what was tagged before speaks for. */
export function TagPanel() {
  const t = useT();
  const formats = useFormats();
  const schemes = useProject((state) => state.schemes);
  const pinned = useProject((state) => state.info?.settings.digits ?? []);
  const revision = useProject((state) => state.revision);
  const label = useTopicLabel();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [told, setTold] = useState<Tagged | null>(null);
  const [suggestions, setSuggestions] = useState<readonly TopicSuggestion[]>([]);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const asking = useRef(false);
  const again = useRef(false);
  const countOf = (ref: TopicRef) => told?.topics.find((one) => sameTopic(one.topic, ref)) ?? { have: 0, within: 0 };
  const matches = matchTopics(schemes, typed).map(({ topic }) => topic);
  const suggested = typed === '' ? suggestions.flatMap((each) => (countOf(each.topic).have < (told?.articles ?? 0) ? (findTopic(schemes, each.topic) ?? []) : [])) : [];
  const topics = [...suggested, ...matches.filter((topic) => !suggested.includes(topic))];
  const digits = digitsOf(pinned, schemes);
  const current = Math.min(at, Math.max(0, topics.length - 1));

  // While the index follows what was done to many, lists change many times a second: one question at a time, and one more at the end.
  const ask = useCallback(async () => {
    again.current = true;
    if (asking.current) return;
    asking.current = true;
    while (again.current) {
      again.current = false;
      setTold(await tagged());
    }
    asking.current = false;
  }, []);
  useEffect(() => {
    if (!busy) void ask();
  }, [ask, busy, revision]);
  useEffect(() => () => void (again.current = false), []);
  useEffect(() => {
    let left = false;
    void suggestFor(selectedAtHand()).then((said) => left || setSuggestions(said));
    return () => void (left = true);
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, typed]);

  const held = (ref: TopicRef): Held => {
    const { have } = countOf(ref);
    return have === 0 ? 'none' : have === told?.articles ? 'all' : 'some';
  };
  const toggle = async (ref: TopicRef) => {
    if (busy) return;
    if (typed !== '') {
      setTyped('');
      setAt(0);
    }
    setBusy(true);
    await toggleTopic(ref);
    setBusy(false);
  };
  const marked = topics[current];
  const preview = () => {
    if (busy) return t('library.tag-busy');
    if (!marked || !told || told.articles === 0) return '';
    const { have, within } = countOf(topicRef(marked));
    return have === told.articles ? t('library.tag-off', { count: have }) : t('library.tag-preview', { count: told.articles, change: told.articles - have, have, implied: within - have });
  };

  return (
    <div className="tag-panel" aria-busy={busy}>
      <Field
        autoFocus
        value={typed}
        placeholder={t('library.tag-hint')}
        aria-label={t('command.library.tag')}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={marked ? `${id}-${current}` : undefined}
        onChange={(value) => {
          setTyped(value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(topics.length - 1, current + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, current - 1));
          else if (event.key === 'Enter' && marked) void toggle(topicRef(marked));
          else if (typed === '' && !busy && runKeyOf(['history.undo', 'history.redo'], event.nativeEvent)) event.stopPropagation(); // with nothing typed, there is only the tagging to take back
          else return;
          event.preventDefault();
        }}
      />
      <ul ref={list} id={id} role="listbox" aria-label={t('library.column.topics')}>
        {topics.map((topic, index) => {
          const ref = topicRef(topic);
          const state = held(ref);
          const digit = digits.findIndex((other) => sameTopic(other, ref));
          return (
            <li key={keyOf(topic)} id={`${id}-${index}`} role="option" aria-selected={index === current} onPointerMove={() => setAt(index)} onPointerDown={(event) => event.preventDefault()} onClick={() => void toggle(ref)}>
              <span className={`tagged ${state}`}>{state === 'all' && <Icon name="check" />}</span>
              {label(ref)}
              {index < suggested.length && <small className="tag-suggested">{t('desk.topics.suggested')} {formats.percent(suggestions.find((each) => sameTopic(each.topic, ref))?.probability ?? 0)}</small>}
              {state !== 'none' && <span className="visually-hidden">{t(state === 'all' ? 'library.tag-all-have' : 'library.tag-some-have', { count: countOf(ref).have })}</span>}
              {digit >= 0 && <Kbd keys={`${digit + 1}`} />}
            </li>
          );
        })}
        {topics.length === 0 && <li className="none">{t('library.tag-none')}</li>}
      </ul>
      <p className="tag-preview" role="status">{preview()}</p>
    </div>
  );
}
