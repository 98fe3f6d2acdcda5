import { READING, READING_FACES } from '#contract/schemas/project.ts';
import { useFormats, useT } from '../../../state/language.ts';
import { READING_STEPS, setReading, useReading } from '../../../state/reading.ts';
import type { ReadingPart } from '../../../state/reading.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandKeys } from '../../../ui/command-keys.tsx';

const PARTS: readonly (readonly [ReadingPart, string, string])[] = [
  ['size', 'app.reading.smaller', 'app.reading.larger'],
  ['measure', 'app.reading.narrower', 'app.reading.wider'],
  ['leading', 'app.reading.tighter', 'app.reading.looser'],
];

/** How the page's text is set: size, length of the lines, leading and face, with a sample that follows at once. */
export function ReadingText() {
  const t = useT();
  const formats = useFormats();
  const reading = useReading();
  return (
    <section>
      <h2>{t('settings.reading')}</h2>
      <p className="lead">{t('settings.reading-text')}</p>
      {PARTS.map(([part, less, more]) => (
        <div key={part} className="looks">
          <label className="reading-part">
            <span>{t(`settings.reading.${part}`)}</span>
            <input type="range" {...READING_STEPS[part]} value={reading[part]} onChange={(event) => void setReading({ [part]: Number(event.target.value) })} />
            <output>{t(`settings.reading.${part}-is`, { value: formats.number(reading[part]) })}</output>
          </label>
          <CommandKeys of={less} /> <CommandKeys of={more} />
        </div>
      ))}
      <fieldset className="looks">
        <legend>{t('settings.reading.face')}</legend>
        {READING_FACES.map((face) => (
          <label key={face}>
            <input type="radio" className="check" name="face" checked={reading.face === face} onChange={() => void setReading({ face })} />
            {t(`settings.reading.face.${face}`)}
          </label>
        ))}
        <CommandKeys of="app.reading.face" />
      </fieldset>
      <div className="reading reading-sample selectable" lang="zh-Hans">
        <p data-role="headline">雨后的菜市场</p>
        <p data-role="byline">本报记者 许闻笛</p>
        <p data-role="body">清早五点，南门菜市场的卷帘门一扇接一扇拉开。卖豆腐的老周把案板擦了两遍，说：“昨夜的雨，把路洗干净了。”第一批菜在“六点以前”运到，二十六个摊位，一筐也没有少。</p>
      </div>
      <Button look="quiet" command="app.reading.reset" disabled={JSON.stringify(reading) === JSON.stringify(READING)} onClick={() => void setReading(READING)}>{t('settings.reading.reset')}</Button>
    </section>
  );
}
