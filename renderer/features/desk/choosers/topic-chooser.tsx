import type { TopicSuggestion } from '#contract/schemas/project.ts';
import { runKeyOf } from '../../../commands/run-key-of.ts';
import { actOnMarks } from '../../../state/desk-again.ts';
import { planTopic } from '../../../state/desk-plan-articles.ts';
import { articleOf } from '../../../state/desk-outline.ts';
import { choose, deskViewStore, useDeskView } from '../../../state/desk-view.ts';
import { deskStore } from '../../../state/desk.ts';
import { useFormats, useLanguage, useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { findTopic, keyOf, matchTopics, sameTopic, topicRef, useTopicLabel } from '../../../state/topics.ts';
import type { Match } from '../../../state/topics.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { usePage } from '../page-view.ts';
import { useSuggested } from '../suggested/suggested-store.ts';
import { useBecause } from '../suggested/suggested-topics.tsx';
import { ChoiceList } from './choice-list.tsx';

/** Topics by name, code or id, in Chinese or English. It stays open for the next; one that is there is taken off. First come those that what was tagged before speaks for. */
export function TopicChooser() {
  const t = useT();
  const formats = useFormats();
  const label = useTopicLabel();
  const because = useBecause();
  const language = useLanguage();
  const { id, issue } = usePage();
  const focus = useDeskView((state) => state.selection?.focus ?? null);
  const schemes = useProject((state) => state.schemes);
  const article = articleOf(issue, focus);
  const has = article?.topics ?? [];
  const { suggested } = useSuggested(id);

  const matches = (typed: string): readonly (Match & { readonly why: TopicSuggestion | null })[] => {
    const all = matchTopics(schemes, typed).map((match) => ({ ...match, why: null }));
    if (typed.trim() !== '') return all;
    const first = suggested.flatMap((why) => {
      const topic = findTopic(schemes, why.topic);
      return topic ? [{ topic, above: [], why }] : [];
    });
    const rest = all.filter(({ topic }) => !first.some((one) => sameTopic(one.topic, topic)));
    return [...first, ...rest];
  };
  const reason = ({ probability, reasons }: TopicSuggestion) =>
    [formats.percent(probability), ...reasons.slice(0, 1).map(because)].join(' · ');
  return (
    <ChoiceList
      stays
      onFreeKey={turnTagging}
      label={t('desk.topics.search')}
      foot={<><span><Kbd keys="Enter" /> {t('desk.topics.turn')}</span><span><Kbd keys="Escape" /> {t('desk.topics.ready')}</span></>}
      empty={t('desk.topics.no-match')}
      at={() => null}
      choices={(typed) => matches(typed).map(({ topic, above, why }) => ({
        id: encodeURIComponent(keyOf(topic)),
        content: (
          <>
            <span className="choice-mark" aria-hidden="true">{has.some((one) => sameTopic(one, topic)) ? '✓' : ''}</span>
            <span>{label(topic)}{has.some((one) => sameTopic(one, topic)) && <span className="visually-hidden"> {t('desk.topics.on')}</span>}</span>
            <small>{why ? reason(why) : above.length > 0 ? above.map(label).join(' ▸ ') : topic.labels[language === 'en' ? 'zh-Hans' : 'en']}</small>
          </>
        ),
        run: () => {
          actOnMarks((context) => planTopic(context, topicRef(topic)), true);
          choose('topics'); // an act closes what is open: before anything is drawn, it is open again
        },
      }))}
    />
  );
}

const isTagging = (label: string | undefined): boolean => label === 'tag' || label === 'untag';

/**
 * Undo and redo in the open list: what was tagged in it is taken back, and the list stays where it is for the next. What else is taken back is
 * looked at in the text: the list closes. True if the key was one of these.
 */
function turnTagging(event: KeyboardEvent): boolean {
  const { selection } = deskViewStore.getState();
  const before = deskStore.getState().turns;
  choose(null); // the page's own keys count while no list is open
  const ran = runKeyOf(['desk.undo', 'desk.redo'], event);
  const { turns } = deskStore.getState();
  const over = turns.live.length > before.live.length ? turns.live.at(-1) : turns.undone.at(-1);
  if (turns === before) choose('topics');
  else if (isTagging(over?.label)) deskViewStore.setState({ selection, chooser: 'topics' });
  return ran;
}
