import { useState } from 'react';
import type { Passage } from '#core/model/issue.ts';
import { act } from '../../../state/desk-act.ts';
import { planFillGap } from '../../../state/desk-plan-text.ts';
import { write } from '../../../state/desk-view.ts';
import type { View } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { slicePieces, piecesLength } from '#core/model/pieces.ts';
import { Field } from '../../../ui/field.tsx';
import { PassageText } from './passage-text.tsx';

type Props = { readonly passage: Passage; readonly source: string; readonly view: View; readonly at: number };

/** A passage with a field in the place of one of its gaps. */
export function GapFiller({ passage, source, view, at }: Props) {
  const t = useT();
  const [text, setText] = useState('');
  const { pieces } = passage;
  const fill = () => {
    write(null);
    if (text !== '') act(planFillGap(passage.id, at, text));
  };
  return (
    <>
      <PassageText source={source} pieces={slicePieces(pieces, 0, at)} view={view} joinDoubt={null} />
      <Field
        autoFocus
        className="gap-field"
        aria-label={t('desk.gap-fill')}
        value={text}
        onChange={setText}
        onBlur={() => write(null)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') fill();
          else write(null);
        }}
      />
      <PassageText source={source} pieces={slicePieces(pieces, at + 1, piecesLength(pieces))} view={view} joinDoubt={null} />
    </>
  );
}
