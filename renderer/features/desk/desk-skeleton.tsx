import { useT } from '../../state/language.ts';
import { deskWidth, usePane } from '../../state/panes.ts';
import './desk-skeleton.css';

/** How long the lines of a made-up article are, in per cent; the first is its headline. */
const ARTICLES = [[46, 100, 100, 72], [38, 100, 100, 100, 55], [52, 100, 64]] as const;

const Lines = ({ of: lines }: { readonly of: readonly number[] }) => lines.map((width, i) => <i key={i} style={{ width: `${width}%` }} />);

/** The desk while a page is fetched: what will be there, without its words. */
export function DeskSkeleton() {
  const t = useT();
  const source = usePane('desk.source');
  const details = usePane('desk.details');
  return (
    <div className="desk desk-skeleton" role="status" aria-label={t('desk.loading')}>
      {!source.hidden && <div className="desk-side skeleton-lines" style={{ width: deskWidth(source, 21) }}><Lines of={[90, 60, 82, 74, 90, 58, 88, 80, 66, 90]} /></div>}
      <div className="desk-articles">
        <div className="desk-bar" />
        <div className="articles">
          <div className="column reading">
            {ARTICLES.map((lines, i) => <div key={i} className="skeleton-article skeleton-lines"><Lines of={lines} /></div>)}
          </div>
        </div>
      </div>
      {!details.hidden && <div className="desk-side desk-side-end skeleton-lines" style={{ width: deskWidth(details, 22) }}><Lines of={[60, 90, 84]} /></div>}
    </div>
  );
}
