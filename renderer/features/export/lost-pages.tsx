import type { AppError } from '#contract/app-error.ts';
import { useT } from '../../state/language.ts';
import { Reopen } from '../project/reopen.tsx';

type Lost = Extract<AppError, { code: 'pages-lost' }>;

/** Which pages keep a corpus from being exported, why each, and what brings them back. */
export function LostPages({ lost: { count, again, pages } }: { readonly lost: Lost }) {
  const t = useT();
  const isText = pages.some(({ why }) => why === 'text');
  const isRest = pages.some(({ why }) => why !== 'text');
  return (
    <>
      <ul className="lost-pages">
        {pages.map(({ path, why }) => <li key={path}><span className="selectable">{path}</span><small>{t(`export.lost.${why}`)}</small></li>)}
        {count > pages.length && <li>{t('export.lost.more', { count: count - pages.length })}</li>}
      </ul>
      {again > 0 && (
        <>
          <p>{t('export.lost.again', { count: again })}</p>
          <Reopen after="database-damaged" look="main" />
        </>
      )}
      {again < count && isText && <p className="help">{t('export.lost.text-help')}</p>}
      {again < count && isRest && <p className="help">{t('export.lost.tree-help')}</p>}
    </>
  );
}
