import type { Scheme } from '#contract/schemas/project.ts';
import { inTreeOrder, withBelow } from '#core/topics/tree.ts';
import { useT } from '../../state/language.ts';
import { useTopicLabel } from '../../state/topics.ts';

type Props = {
  readonly scheme: Scheme;
  /** The topic to be placed, which cannot stand below itself; null for a new one. */
  readonly of: string | null;
  readonly value: string | null;
  readonly onChange: (broader: string | null) => void;
};

/** Which topic of the scheme another one belongs to. */
export function BroaderField({ scheme, of, value, onChange }: Props) {
  const t = useT();
  const label = useTopicLabel();
  const below = new Set(of === null ? [] : withBelow(scheme.topics, [{ scheme: scheme.id, id: of }]).map(({ id }) => id));
  const offered = inTreeOrder(scheme.topics.filter(({ id, retired }) => !below.has(id) && (!retired || id === value)));
  return (
    <select className="field" aria-label={t('topics.above')} title={t('topics.above')} value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
      <option value="">{t('topics.above-none')}</option>
      {offered.map(({ topic, depth }) => <option key={topic.id} value={topic.id}>{'　'.repeat(depth)}{label(topic)}</option>)}
    </select>
  );
}
