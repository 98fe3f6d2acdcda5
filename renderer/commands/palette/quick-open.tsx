import { useEffect, useState } from 'react';
import type { Row } from '#contract/schemas/library.ts';
import { call } from '../../bridge/bridge.ts';
import { useT } from '../../state/language.ts';
import { openIssue } from '../../state/screen.ts';
import { Picker } from './picker.tsx';

const MOST_SHOWN = 30;

/** Opens an article by some letters of its headline or byline. */
export function QuickOpen({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<{ readonly to: string | null; readonly rows: readonly Row[] }>({ to: null, rows: [] });

  useEffect(() => {
    let wanted = true;
    const filter = typed.trim() === '' ? {} : { columns: { headline: typed.trim() } };
    void call('library.rows', { offset: 0, limit: MOST_SHOWN, filter, sort: [{ column: 'date', descending: true }] }).then((found) => {
      if (wanted) setAnswer({ to: typed, rows: found.ok ? found.value.rows : [] });
    });
    return () => {
      wanted = false;
    };
  }, [typed]);

  return (
    <Picker
      label={t('quick-open.label')}
      hint={t('quick-open.hint')}
      empty={t('quick-open.empty')}
      items={answer.rows}
      waiting={answer.to !== typed}
      keyOf={(row) => row.article}
      renderItem={(row) => (
        <>
          <span className="what title" lang="zh-Hans">{row.headline || t('library.no-headline')}</span>
          <span className="where">{[row.newspaper, row.date, row.page].filter(Boolean).join(' · ') || row.file}</span>
        </>
      )}
      onType={setTyped}
      onChoose={(row) => openIssue(row.issue, row.article)}
      onClose={onClose}
    />
  );
}
