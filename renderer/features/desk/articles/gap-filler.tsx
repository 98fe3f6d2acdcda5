import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Passage } from '#core/model/issue.ts';
import { isVerse } from '#core/model/verse.ts';
import { act } from '../../../state/desk-act.ts';
import { planFillGap } from '../../../state/desk-plan-text.ts';
import { write } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { Field } from '../../../ui/field.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { gapAt } from '../gaps.ts';
import { draftOf, goToGap, keepDraft } from '../gap-drafts.ts';
import { gapLabel, PassageText } from './passage-text.tsx';

type Props = { readonly passage: Passage; readonly source: string; readonly at: number };

/**
 * A passage with a field in the place of one of its gaps. The character that fits best stands in it to be taken or typed over; what is typed stays
 * while one is elsewhere. Always marked-up: in the other readings a gap is not to be seen.
 */
export function GapFiller({ passage, source, at }: Props) {
  const t = useT();
  const { id, pieces } = passage;
  const verse = isVerse(source, passage);
  const gap = gapAt(pieces, at);
  const likely = gap?.likely ?? null;
  const [text, setText] = useState(() => draftOf(id, at) ?? likely ?? '');
  const field = useRef<HTMLSpanElement>(null);
  const hint = useId();
  useEffect(() => field.current?.querySelector('input')?.select(), []);
  if (!gap) return <PassageText source={source} pieces={pieces} view="marked" verse={verse} joinDoubt={null} />;
  const leave = () => {
    keepDraft(id, at, null);
    write(null);
  };
  const fill = (lost: string) => {
    leave();
    act(planFillGap(id, at, lost));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && event.shiftKey) fill('');
    else if (event.key === 'Enter' && text !== '') fill(text);
    else if (event.key === 'Enter' || event.key === 'Escape') leave();
    else if (event.key === 'Tab') goToGap(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <PassageText
        source={source}
        pieces={pieces}
        view="marked"
        verse={verse}
        joinDoubt={null}
        filling={{
          at,
          field: (
            <span ref={field}>
              <Field
                autoFocus
                className="gap-field"
                aria-label={t('desk.gap-fill')}
                aria-describedby={hint}
                placeholder={gapLabel(t, gap.extent)}
                value={text}
                onChange={(next) => {
                  setText(next);
                  keepDraft(id, at, next);
                }}
                onKeyDown={onKeyDown}
              />
            </span>
          ),
        }}
      />
      <small id={hint} className="gap-hint">
        <span>{likely === null ? t('desk.gap-for') : t('desk.gap-for-likely', { likely })}</span>
        <span><Kbd keys="Enter" /> {t('desk.gap-enter')}</span>
        <span><Kbd keys="Shift+Enter" /> {t('desk.gap-nothing')}</span>
        <span><Kbd keys="Tab" /> {t('desk.gap-next')}</span>
        <span><Kbd keys="Escape" /> {t('desk.gap-leave')}</span>
      </small>
    </>
  );
}
