import { useCallback, useRef } from 'react';
import { useT } from '../../state/language.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Panel } from '../../ui/popover.tsx';
import { setStatus } from './acts.ts';
import { untickAll } from './cursor.ts';
import { useLibrary, useRows } from './library-store.ts';
import { MetadataPanel } from './metadata-panel.tsx';
import { showBulkPanel, useBulkPanel } from './panels.ts';
import { TagPanel } from './tag-panel.tsx';
import { tickCount } from './ticks.ts';
import './bulk-bar.css';

/** The row with the cursor, for a panel to open beside it. */
const currentRowRef = {
  get current() {
    return document.querySelector<HTMLElement>('.data-row.current .data-cell.headline');
  },
};

/** What can be done with the ticked articles. Its panels also open for the one under the cursor. */
export function BulkBar() {
  const t = useT();
  const ticks = useLibrary((state) => state.ticks);
  const { total } = useRows();
  const panel = useBulkPanel();
  const bar = useRef<HTMLDivElement>(null);
  const count = tickCount(ticks, total ?? 0);
  const close = useCallback(() => showBulkPanel(null), []);
  return (
    <div ref={bar} className="bulk-place">
      {count > 0 && (
        <div className="bulk" role="toolbar" aria-label={t('library.bulk')}>
          <b>{ticks.kind === 'all' ? t('library.ticked-all', { count }) : t('library.ticked', { count })}</b>
          <button type="button" onClick={() => showBulkPanel(panel === 'topics' ? null : 'topics')}>{t('library.bulk-tag')} <Kbd keys="T" /></button>
          <button type="button" onClick={() => showBulkPanel(panel === 'metadata' ? null : 'metadata')}>{t('library.bulk-metadata')} <Kbd keys="D" /></button>
          <button type="button" onClick={() => void setStatus('approved')}>{t('library.bulk-approve')} <Kbd keys="Shift+A" /></button>
          <button type="button" onClick={untickAll}>{t('library.bulk-clear')} <Kbd keys="Escape" /></button>
        </div>
      )}
      {panel !== null && (
        <Panel label={t(panel === 'topics' ? 'library.bulk-tag' : 'library.bulk-metadata')} anchor={count > 0 ? bar : currentRowRef} side={count > 0 ? 'above' : 'below'} align={count > 0 ? 'middle' : 'start'} onClose={close}>
          {panel === 'topics' ? <TagPanel onDone={close} /> : <MetadataPanel onDone={close} />}
        </Panel>
      )}
    </div>
  );
}
