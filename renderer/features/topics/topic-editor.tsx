import { useState } from 'react';
import type { Scheme, Topic } from '#contract/schemas/project.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { changeTopic } from './acts.ts';
import type { TopicForm } from './acts.ts';
import { BroaderField } from './broader-field.tsx';

/** A topic being changed: its names, its place, its code and what belongs to it. */
export function TopicEditor({ topic, scheme, onClose }: { readonly topic: Topic; readonly scheme: Scheme; readonly onClose: () => void }) {
  const t = useT();
  const [form, setForm] = useState<TopicForm>(topic);
  const { labels, broader, notation, definition } = form;
  const change = (parts: Partial<TopicForm>) => setForm({ ...form, ...parts });
  return (
    <li className="topic-row renaming">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void changeTopic(topic, form);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onClose();
        }}
      >
        <Field autoFocus lang="zh-Hans" placeholder={t('topics.chinese')} aria-label={t('topics.chinese')} value={labels['zh-Hans']} onChange={(text) => change({ labels: { ...labels, 'zh-Hans': text } })} />
        <Field lang="en" placeholder={t('topics.english')} aria-label={t('topics.english')} value={labels.en} onChange={(text) => change({ labels: { ...labels, en: text } })} />
        <BroaderField scheme={scheme} of={topic.id} value={broader} onChange={(id) => change({ broader: id })} />
        <Field lang="zh-Hans" placeholder={t('topics.note-zh')} aria-label={t('topics.note-zh')} value={definition['zh-Hans']} onChange={(text) => change({ definition: { ...definition, 'zh-Hans': text } })} />
        <Field lang="en" placeholder={t('topics.note-en')} aria-label={t('topics.note-en')} value={definition.en} onChange={(text) => change({ definition: { ...definition, en: text } })} />
        <Field placeholder={t('topics.notation')} aria-label={t('topics.notation')} value={notation} onChange={(text) => change({ notation: text })} />
        <span className="topic-acts">
          <Button type="submit" look="main" disabled={labels.en.trim() === '' && labels['zh-Hans'].trim() === ''}>{t('topics.keep')}</Button>
          <Button onClick={onClose}>{t('topics.leave')}</Button>
        </span>
      </form>
    </li>
  );
}
