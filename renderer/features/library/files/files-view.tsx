import { useEffect, useMemo } from 'react';
import type { IssueFile } from '#contract/schemas/file.ts';
import { useTellHere } from '../../../state/here.ts';
import { useFormats, useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DataTable, useOwnLooks } from '../../../ui/table/index.ts';
import { Waiting } from '../../../ui/waiting.tsx';
import { rescan } from '../../project/open.ts';
import { fileColumns } from './file-columns.tsx';
import { FILE_SETS, files, fileStore, followFiles, moveToFile, openFile, showFiles, useFiles, useFileStore } from './files-store.ts';
import '../filter-bar.css';
import './files.css';

const keyOf = (file: IssueFile): string => `${file.file}`;

/** Every file of the watched folder: whether it was read, and if not, why; in which encoding, and how that is known. */
export function FilesView() {
  const t = useT();
  const formats = useFormats();
  const only = useFileStore((state) => state.only);
  const current = useFileStore((state) => state.current);
  const folder = useProject((state) => state.info?.folder ?? '');
  const { total, version, changing } = useFiles();
  const columns = useMemo(() => fileColumns(t, formats), [t, formats]);
  const [looks, setLooks] = useOwnLooks();
  useTellHere([t('library.files')], folder);
  useEffect(() => {
    showFiles(fileStore.getState().only);
    return followFiles();
  }, []);
  return (
    <section className="library-main">
      <div className="filter-bar">
        {FILE_SETS.map((set) => (
          <button key={set} type="button" className="button quiet" aria-pressed={only === set} onClick={() => showFiles(set)}>{t(`files.set.${set}`)} <CommandKeys of={`library.files.${set}`} /></button>
        ))}
        <span className="filter-bar-end">
          {total !== null && <span className="shown">{t('files.shown', { count: total })}</span>}
          <Button look="quiet" command="project.rescan" onClick={() => void rescan()}>{t('command.project.rescan')}</Button>
        </span>
      </div>
      {!total && (changing || total === null ? <Waiting /> : <Notice title={t(`files.none.${only}`)}>{only === 'all' ? t('library.empty-text', { folder }) : undefined}</Notice>)}
      {total !== null && total > 0 && (
        <DataTable
          label={t('library.files')}
          columns={columns}
          total={total ?? 0}
          row={files.row}
          version={version}
          rowKey={keyOf}
          looks={looks}
          onLooks={setLooks}
          current={current}
          onView={files.view}
          onClick={moveToFile}
          onOpen={(index) => openFile(files.row(index))}
          waiting={changing}
        />
      )}
    </section>
  );
}
