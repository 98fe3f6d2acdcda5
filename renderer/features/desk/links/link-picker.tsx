import { useEffect, useState } from 'react';
import type { Linkable } from '#contract/schemas/link.ts';
import { call } from '../../../bridge/bridge.ts';
import { bothWays } from '../../../commands/palette/open-query.ts';
import { candidates, inOrderOfFit } from '../../../commands/palette/open-search.ts';
import { Picker } from '../../../commands/palette/picker.tsx';
import { useT } from '../../../state/language.ts';
import { sayError } from '../../../state/toasts.ts';
import { link } from './link-acts.ts';
import { useAsked } from './links-store.ts';
import type { Asked } from './links-store.ts';

type Answer = { readonly to: string; readonly found: readonly Linkable[] };

const MOST_SHOWN = 50;
const PAUSE = 60; // milliseconds without a key after which it is looked for

/** Chooses the article in which another goes on, or from which it comes. With nothing typed: those of the other pages of the day, the likeliest first. */
export function LinkPicker({ onClose }: { readonly onClose: () => void }) {
  const asked = useAsked();
  return asked && <Open key={`${asked.article} ${asked.side}`} asked={asked} onClose={onClose} />;
}

function Open({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const t = useT();
  const { issue, article, side } = asked;
  const [likely, setLikely] = useState<readonly Linkable[] | null>(null);
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Answer>({ to: '', found: [] });
  const isEmpty = typed.trim() === '';

  useEffect(() => {
    let wanted = true;
    void call('link.likely', { issue, article, side }).then((said) => {
      if (!wanted) return;
      if (!said.ok) sayError(said.error);
      setLikely(said.ok ? said.value : []);
    });
    return () => {
      wanted = false;
    };
  }, [issue, article, side]);

  useEffect(() => {
    if (isEmpty) return;
    const queries = bothWays(typed);
    let wanted = true;
    const ask = async () => {
      const rows = await call('library.find', candidates(queries));
      if (!wanted) return;
      const found = inOrderOfFit(queries, rows.ok ? rows.value : [], []).filter((row) => row.issue !== issue).slice(0, MOST_SHOWN);
      setAnswer({
        to: typed,
        found: found.map(({ issue: other, article: end, headline, newspaper, edition, date, page, file }) => ({ issue: other, article: end, headline, metadata: { newspaper, edition, date, page }, path: file, reasons: [], isLinked: false })),
      });
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed, isEmpty, issue]);

  return (
    <Picker
      label={t(`desk.link.choose.${side}`)}
      question={t(`desk.link.question.${side}`)}
      hint={t('desk.link.hint')}
      empty={t(isEmpty ? (likely === null ? 'desk.link.looking' : 'desk.link.no-others') : 'quick-open.empty')}
      items={isEmpty ? (likely ?? []) : answer.found}
      waiting={isEmpty ? likely === null : answer.to !== typed}
      keyOf={(one) => `${one.issue} ${one.article}`}
      renderItem={({ headline, metadata: { newspaper, date, page }, path, reasons, isLinked }) => (
        <>
          <span className="what title" lang={headline === '' ? undefined : 'zh-Hans'}>{headline || t('library.no-headline')}</span>
          {reasons[0] !== undefined && <span className="because">{t(`desk.link.reason.${reasons[0]}`)}</span>}
          {isLinked && <span className="needs">{t('desk.link.linked')}</span>}
          <span className="where">{[newspaper, date, page].filter(Boolean).join(' · ') || path}</span>
        </>
      )}
      onType={setTyped}
      onChoose={(one) => void link(asked, one)}
      onClose={onClose}
    />
  );
}
