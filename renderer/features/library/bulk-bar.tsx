import { useCallback, useRef } from 'react';
import { useT } from '../../state/language.ts';
import { CommandButton } from '../../ui/command-button.tsx';
import { Panel } from '../../ui/popover.tsx';
import { libraryCommands } from './commands.ts';
import { articles, useLibrary } from './library-store.ts';
import { useListState } from './rows-list.ts';
import { MetadataPanel } from './metadata-panel.tsx';
import { showBulkPanel, useBulkPanel } from './panels.ts';
import { TagPanel } from './tag-panel.tsx';
import { tickCount } from './ticks.ts';
import './bulk-bar.css';

const OFFERED = ['library.tag', 'library.metadata', 'library.status.approved', 'library.untickAll']
  .flatMap((id) => libraryCommands.filter((command) => command.id === id));

/** The row with the cursor, for a panel to open beside it. */
const currentRowRef = {
  get current() {
    return document.querySelector<HTMLElement>('.data-row.current .data-cell.of-headline');
  },
};

/** What can be done with the ticked articles. Its panels also open for the one under the cursor. */
export function BulkBar() {
  const t = useT();
  const ticks = useLibrary((state) => state.ticks);
  const { total } = useListState(articles);
  const panel = useBulkPanel();
  const bar = useRef<HTMLDivElement>(null);
  const count = tickCount(ticks, total ?? 0);
  const close = useCallback(() => showBulkPanel(null), []);
  return (
    <div ref={bar} className="bulk-place">
      {count > 0 && (
        <div className="bulk" role="toolbar" aria-label={t('library.bulk')}>
          <b>{ticks.kind === 'all' ? t('library.ticked-all', { count }) : t('library.ticked', { count })}</b>
          {OFFERED.map((command) => <CommandButton key={command.id} command={command} look="quiet" />)}
        </div>
      )}
      {panel !== null && (
        <Panel label={t(panel === 'topics' ? 'command.library.tag' : 'command.library.metadata')} anchor={count > 0 ? bar : currentRowRef} side={count > 0 ? 'above' : 'below'} align={count > 0 ? 'middle' : 'start'} onClose={close}>
          {panel === 'topics' ? <TagPanel /> : <MetadataPanel onDone={close} />}
        </Panel>
      )}
    </div>
  );
}
