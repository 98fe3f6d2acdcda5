import { ENCODINGS } from '#contract/schemas/file.ts';
import type { Encoding, IssueFile } from '#contract/schemas/file.ts';
import type { Formats, Translate } from '#strings/index.ts';
import { openIssue } from '../../../state/screen.ts';
import { CutName } from '../../../ui/cut-name.tsx';
import { refuseWriting, useHeld } from '../../../state/writing.ts';
import type { ColumnSpec } from '../../../ui/table/index.ts';
import { readLarge, setEncoding } from './files-store.ts';

const NAMES: Readonly<Record<Encoding, string>> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', gb18030: 'GB18030', big5: 'Big5' };

function isEncoding(text: string): text is Encoding {
  return ENCODINGS.some((encoding) => encoding === text);
}

/** Where a click is meant for the control and not for the row. */
const stop = (event: { stopPropagation(): void }) => event.stopPropagation();

function EncodingCell({ file, t }: { readonly file: IssueFile; readonly t: Translate }) {
  const held = useHeld();
  if (file.encoding === null) return <>—</>;
  const asked = file.encodingCandidates.length > 1 && file.encodingOrigin !== 'person';
  return (
    <span className="encoding">
      <select
        className="field"
        aria-label={t('files.encoding-of', { file: file.path })}
        value={file.encoding}
        disabled={held['aria-disabled']}
        title={held.title}
        onClick={stop}
        onDoubleClick={stop}
        onChange={(event) => {
          if (isEncoding(event.target.value)) void setEncoding(file, event.target.value);
        }}
      >
        {ENCODINGS.map((encoding) => <option key={encoding} value={encoding}>{NAMES[encoding]}</option>)}
      </select>
      {asked
        ? <span className="asked">{t('files.ask', { candidates: file.encodingCandidates.map((one) => NAMES[one]).join(' / ') })}</span>
        : file.encodingOrigin && <span className="origin">{t(`files.origin.${file.encodingOrigin}`)}</span>}
    </span>
  );
}

function StateCell({ file, t }: { readonly file: IssueFile; readonly t: Translate }) {
  const held = useHeld();
  return (
    <span className={`file-state ${file.state}`}>
      {file.problem === null ? t(`files.state.${file.state}`) : t(`files.problem.${file.problem}`)}
      {file.problem === 'too-large' && (
        <button type="button" className="button" {...held} onClick={(event) => {
          stop(event);
          if (!refuseWriting()) void readLarge(file);
        }}>
          {t('files.read-large')}
        </button>
      )}
      {file.issue !== null && (
        <button type="button" className="button quiet" onClick={(event) => {
          stop(event);
          if (file.issue !== null) openIssue(file.issue);
        }}>
          {t('files.open')}
        </button>
      )}
    </span>
  );
}

/** The columns of the list of files. */
export function fileColumns(t: Translate, formats: Formats): readonly ColumnSpec<IssueFile>[] {
  return [
    { id: 'path', label: t('files.path'), width: 260, narrow: 180, grows: 1, cell: (file) => <CutName className="selectable" name={file.path} /> },
    { id: 'state', label: t('files.state'), width: 300, narrow: 190, cell: (file) => <StateCell file={file} t={t} /> },
    { id: 'encoding', label: t('files.encoding'), width: 260, narrow: 210, cell: (file) => <EncodingCell file={file} t={t} /> },
    { id: 'size', label: t('files.size'), width: 90, narrow: 76, align: 'end', cell: (file) => formats.size(file.size) },
  ];
}
