import { useTellHere } from '../../../state/here.ts';
import { useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { EditorName } from './editor-name.tsx';
import { FileNames } from './file-names.tsx';
import { Looks } from './looks.tsx';
import { MakeReady } from './make-ready.tsx';
import { Questions } from './questions.tsx';
import { ReadingText } from './reading-text.tsx';
import './settings.css';

/** What is set for the project: how file names are read, and who signs; and how the program looks. */
export function SettingsScreen() {
  const t = useT();
  const info = useProject((state) => state.info);
  useTellHere([t('rail.settings')]);
  return (
    <div className="page-screen">
      <div className="page-column settings">
        {info && <FileNames pattern={info.settings.fileNamePattern} />}
        {info && <EditorName editor={info.settings.editor} />}
        {info && <MakeReady isOn={info.settings.makeReady} />}
        <Looks />
        <ReadingText />
        <Questions />
      </div>
    </div>
  );
}
