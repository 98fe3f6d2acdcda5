import type { LessonTold } from '#contract/schemas/learning.ts';
import type { Formats, Translate } from '#strings/index.ts';
import { useFormats, useT } from '../../state/language.ts';
import { shareOf } from '../../state/learning.ts';
import { Icon } from '../../ui/icon.tsx';

const KINDS = ['boundaries', 'roles', 'joins'] as const;
const TINY = 0.001;

/** Chances under a thousandth are all alike. */
function chanceText(t: Translate, formats: Formats, chance: number): string {
  return chance < TINY ? t('learning.chance-tiny') : formats.exactPercent(chance);
}

/** What came of learning: how much of what pages that were not learned from show was right, before and after, and how far that may be chance. */
export function LessonResult({ lesson: { at, kept, judgement } }: { readonly lesson: LessonTold }) {
  const t = useT();
  const formats = useFormats();
  const shareText = (tally: Parameters<typeof shareOf>[0]): string => {
    const share = shareOf(tally);
    return share === null ? '—' : formats.exactPercent(share);
  };
  const { verdict, pages, before, after, chance } = judgement;
  return (
    <div className={`lesson-result ${kept === null ? '' : 'kept'}`}>
      <h4>{kept !== null && <Icon name="check" />} {t(`learning.verdict.${verdict}`)}</h4>
      <table className="learning-figures">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('learning.column.before')}</th>
            <th scope="col">{t('learning.column.after')}</th>
            <th scope="col">{t('learning.column.mistakes')}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.filter((kind) => before[kind].right + before[kind].wrong + after[kind].wrong > 0).map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`learning.kind.${kind}`)}</th>
              <td>{shareText(before[kind])}</td>
              <td className={after[kind].wrong < before[kind].wrong ? 'better' : ''}>{shareText(after[kind])}</td>
              <td>{t('learning.mistakes', { before: before[kind].wrong, after: after[kind].wrong })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="help">
        {t('learning.pages', { count: pages })} · {formats.dateTime(at)}
      </p>
      {(verdict === 'better' || verdict === 'may-be-chance') && <p className="help">{t('learning.chance', { share: chanceText(t, formats, chance) })}</p>}
    </div>
  );
}
