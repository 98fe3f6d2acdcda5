import { useState } from 'react';
import type { Facets } from '#contract/schemas/library.ts';
import { inTreeOrder, openRows } from '#core/topics/tree.ts';
import { useT } from '../../state/language.ts';
import { Field } from '../../ui/field.tsx';
import { Line } from './facet-line.tsx';
import { foldersWithin, withParents } from './folder-tree.ts';

/** Folders above which the branches are closed at first, and one can be looked for by name. */
const MANY = 30;
const MOST_FOUND = 50;

type Props = {
  readonly folders: Facets['folders'];
  readonly chosen: string | undefined;
  /** Undefined: no folder is asked for any more. */
  readonly onChoose: (folder: string | undefined) => void;
};

/** The folders that articles are in, each with all below it; → and ← open and close a branch. Where they are many, one is found by typing. */
export function FolderFacets({ folders, chosen, onChoose }: Props) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const nodes = withParents(folders);
  const wanted = typed.trim();
  const isOpen = (folder: string) => turned.get(folder) ?? (nodes.length <= MANY || chosen?.startsWith(`${folder}/`) === true);
  const choose = (folder: string) => () => onChoose(chosen === folder ? undefined : folder);
  const found = wanted === '' ? [] : foldersWithin(nodes, wanted);
  return (
    <>
      {nodes.length > MANY && (
        <li className="facet-find">
          <Field value={typed} placeholder={t('library.folders-find')} aria-label={t('library.folders-find')} onChange={setTyped} />
        </li>
      )}
      {wanted === ''
        ? openRows(inTreeOrder(nodes), ({ id }) => isOpen(id)).map(({ topic: { id, articles }, depth, children }) => (
          <Line
            key={id}
            label={id.split('/').at(-1)}
            depth={depth}
            count={articles}
            on={chosen === id}
            onClick={choose(id)}
            {...(children > 0 && { branch: { open: isOpen(id), turn: (open: boolean) => setTurned(new Map(turned).set(id, open)) } })}
          />
        ))
        : found.slice(0, MOST_FOUND).map(({ id, articles }) => <Line key={id} label={id} count={articles} on={chosen === id} onClick={choose(id)} />)}
      {wanted !== '' && found.length === 0 && <li className="facet-note" role="status">{t('library.folders-none')}</li>}
      {found.length > MOST_FOUND && <li className="facet-note" role="status">{t('library.folders-more', { count: found.length - MOST_FOUND })}</li>}
    </>
  );
}
