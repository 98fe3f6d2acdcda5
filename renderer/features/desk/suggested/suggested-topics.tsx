import type { TopicSuggestion } from '#contract/schemas/project.ts';
import { useFormats, useT } from '../../../state/language.ts';
import { useTopicLabel } from '../../../state/topics.ts';
import { useHeld } from '../../../state/writing.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { usePage } from '../page-view.ts';
import { takeSuggested, useSuggested, useWhySuggested } from './suggested-store.ts';
import './suggested.css';

/** How many have a key of their own. */
export const KEYED = 3;

/** What speaks for a suggestion, in a sentence. */
export function useBecause(): (reason: TopicSuggestion['reasons'][number]) => string {
  const t = useT();
  return (reason) => t('desk.topics.because', { pair: reason.pair, with: reason.with, of: reason.of });
}

/** Topics that what was tagged in this project speaks for, each with its key; why is a key away. */
export function SuggestedTopics() {
  const t = useT();
  const held = useHeld();
  const formats = useFormats();
  const label = useTopicLabel();
  const because = useBecause();
  const { id } = usePage();
  const why = useWhySuggested();
  const { suggested, articles } = useSuggested(id);
  if (suggested.length === 0) return null;
  return (
    <section className="why suggested">
      <h3>{t('desk.topics.suggested')}{articles > 1 && ` · ${t('library.articles', { count: articles })}`} <CommandKeys of="desk.why" /></h3>
      <ol>
        {suggested.map(({ topic, probability, reasons }, at) => (
          <li key={`${topic.scheme} ${topic.id}`}>
            <button type="button" className="suggestion" {...held} onClick={() => takeSuggested(at)}>
              <span className="suggestion-name">{label(topic)}</span>
              <span className="suggestion-sure">{formats.percent(probability)}</span>
              {at < KEYED && <CommandKeys of={`desk.suggestion.${at + 1}`} />}
            </button>
            {why && reasons.length > 0 && <ul>{reasons.map((reason) => <li key={reason.pair}>{because(reason)}</li>)}</ul>}
          </li>
        ))}
      </ol>
    </section>
  );
}
