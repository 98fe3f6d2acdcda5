import type { ReactNode } from 'react';
import type { Holdings } from '#contract/schemas/holdings.ts';
import { STATUSES } from '#core/model/issue.ts';
import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';
import { useFormats, useT } from '../../state/language.ts';
import { keyOf, useTopicLabel } from '../../state/topics.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { timeSteps } from './time-steps.ts';
import './holdings.css';

const MOST_TOPICS = 8;

/** What the articles chosen come to: by time, status, topic, and kind of correction. Every bar has its figure. */
export function HoldingsCharts({ holdings }: { readonly holdings: Holdings }) {
  const t = useT();
  const label = useTopicLabel();
  const { articles, status, topics, untagged, corrections } = holdings;
  const kinds = corrections.toSorted((a, b) => b.count - a.count);
  const more = topics.length - MOST_TOPICS;
  return (
    <div className="holdings">
      <Times holdings={holdings} />
      <Bars title={t('library.column.status')} of={articles} rows={STATUSES.map((each) => ({ key: each, label: <StatusMark status={each} />, count: status[each] ?? 0 }))} />
      <Bars
        title={t('library.column.topics')}
        of={articles}
        rows={[...topics.slice(0, MOST_TOPICS).map(({ topic, articles: count }) => ({ key: keyOf(topic), label: label(topic), count })), { key: '', label: t('library.untagged'), count: untagged }]}
        note={more > 0 ? t('export.more-topics', { count: more }) : null}
      />
      <Bars
        title={t('export.corrections')}
        of={Math.max(0, ...kinds.map(({ count }) => count))}
        rows={kinds.map(({ kind, count }) => ({ key: kind, label: kindLabel(t, kind), count }))}
        note={kinds.length === 0 ? t('export.no-corrections') : null}
      />
    </div>
  );
}

/** What a kind of correction is called: a check by its own name. */
function kindLabel(t: Translate, kind: string): string {
  const key = [`export.kind.${kind}`, `check.${kind}.name`].find(isStringKey);
  return key === undefined ? kind : t(key);
}

type Row = { readonly key: string; readonly label: ReactNode; readonly count: number };

function Bars({ title, of, rows, note = null }: { readonly title: string; readonly of: number; readonly rows: readonly Row[]; readonly note?: string | null }) {
  const { number } = useFormats();
  return (
    <section>
      <h3>{title}</h3>
      <ul className="bars">
        {rows.map(({ key, label, count }) => (
          <li key={key}>
            <span className="bar-label">{label}</span>
            <span className="bar" style={{ '--share': of === 0 ? 0 : count / of }} aria-hidden="true" />
            <span className="bar-count">{number(count)}</span>
          </li>
        ))}
      </ul>
      {note !== null && <p className="help">{note}</p>}
    </section>
  );
}

function Times({ holdings: { months } }: { readonly holdings: Holdings }) {
  const t = useT();
  const { number } = useFormats();
  const { unit, steps } = timeSteps(months);
  const undated = months.find(({ month }) => month === '')?.articles ?? 0;
  const most = Math.max(0, ...steps.map(({ articles }) => articles));
  const name = (from: string) => (unit === 'decade' ? t('export.decade', { from }) : from);
  return (
    <section className="holdings-wide">
      <h3>{t(`export.by.${unit}`)}</h3>
      {steps.length > 0 && (
        <div className="times-box" style={{ '--steps': steps.length }}>
          <p className="times-most" aria-hidden="true">{number(most)}</p>
          <ol className="times">
            {steps.map(({ from, articles }) => {
              const said = t('export.step', { step: name(from), count: articles });
              return <li key={from} title={said} style={{ '--share': most === 0 ? 0 : articles / most }}><span className="visually-hidden">{said}</span></li>;
            })}
          </ol>
          <p className="times-ends" aria-hidden="true"><span>{name(steps[0]!.from)}</span>{steps.length > 1 && <span>{name(steps.at(-1)!.from)}</span>}</p>
        </div>
      )}
      {undated > 0 && <p className="help">{t('export.undated', { count: undated })}</p>}
    </section>
  );
}
