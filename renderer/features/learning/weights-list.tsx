import type { Learning } from '#contract/schemas/learning.ts';
import { useFormats, useT } from '../../state/language.ts';
import { boundariesRight, putToUse } from '../../state/learning.ts';
import { Button } from '../../ui/button.tsx';

/** The ways of splitting there are: what Stet came with, and what was learned, newest first; and which is in use. */
export function WeightsList({ learning: { weights, inUse, running } }: { readonly learning: Learning }) {
  const t = useT();
  const formats = useFormats();
  const gain = (lesson: (typeof weights)[number]['lesson']): string => {
    if (!lesson) return '';
    const { before, after } = boundariesRight(lesson);
    return `${t('learning.kind.boundaries')} ${t('learning.gain', { before: formats.exactPercent(before), after: formats.exactPercent(after) })}`;
  };
  const rows = [
    ...weights.map(({ version, madeAt, fits, lesson }) => ({
      version, fits,
      name: t('learning.weights-from', { time: formats.dateTime(madeAt), count: lesson?.judgement.pages ?? 0 }),
      text: gain(lesson),
    })),
    { version: null, fits: true, name: t('learning.own'), text: t('learning.own-text') },
  ];
  return (
    <section>
      <h3>{t('learning.weights')}</h3>
      <ul className="weights-list">
        {rows.map(({ version, fits, name, text }) => (
          <li key={version ?? ''} data-spot={`weights ${version ?? ''}`} tabIndex={-1} aria-current={version === inUse ? 'true' : undefined}>
            <span>{name}<small>{text}</small></span>
            {version === inUse && <em>{t('learning.in-use')}</em>}
            {version !== inUse && !fits && <em>{t('learning.unfit-here')}</em>}
            {version !== inUse && fits && <Button look="quiet" command="learning.use" data-act="use" disabled={running !== null} onClick={() => void putToUse(version)}>{t('learning.use')}<span className="visually-hidden">: {name}</span></Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
