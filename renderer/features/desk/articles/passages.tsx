import { Fragment } from 'react';
import type { ArticleId, PassageId } from '#core/model/ids.ts';
import { stopOf } from '../../../state/desk-outline.ts';
import type { PassageShape } from '../../../state/desk-structure.ts';
import { openedPage } from '../../../state/desk.ts';
import { Band } from './article-number.tsx';
import { PreviewRule } from '../preview/preview-rule.tsx';
import { useShown } from './building.ts';
import { likelyLines } from './in-sight.ts';
import { PassageView } from './passage-view.tsx';

type Props = {
  readonly article?: ArticleId; // left out: they stand aside
  readonly passages: readonly PassageShape[];
  readonly previewed?: PassageId | null; // at which a split is shown before it is done
};

/** Passages in reading order: of an article, or of what stands aside. Of a page that opens one empty place stands for each run of those nobody sees yet. */
export function Passages({ article, passages, previewed = null }: Props) {
  const shown = useShown();
  return (
    <div className="passages">
      {article && <Band article={article} />}
      {runsOf(passages, shown).map(({ at, unseen }) => {
        const passage = passages[at]!;
        if (unseen.length > 0) return <div key={`place ${passage.id}`} className="unseen" style={{ height: `calc(${linesOf(unseen)} * var(--reading-line))` }} />;
        return (
          <Fragment key={passage.id}>
            {previewed === passage.id && <PreviewRule at={passage.id} />}
            <PassageView id={passage.id} labelled={isLabelled(passage, passages[at - 1])} />
          </Fragment>
        );
      })}
    </div>
  );
}

type Run = { readonly at: number; readonly unseen: readonly PassageId[] };

/** Each passage that stands there, and each run of those that do not, by its first. */
function runsOf(passages: readonly PassageShape[], shown: ReadonlySet<PassageId> | null): readonly Run[] {
  if (shown === null) return passages.map((_, at) => ({ at, unseen: [] }));
  const runs: { at: number; unseen: PassageId[] }[] = [];
  passages.forEach(({ id }, at) => {
    const last = runs.at(-1);
    if (shown.has(id)) runs.push({ at, unseen: [] });
    else if (last && last.unseen.length > 0) last.unseen.push(id);
    else runs.push({ at, unseen: [id] });
  });
  return runs;
}

function linesOf(ids: readonly PassageId[]): number {
  const { issue } = openedPage();
  return ids.reduce((sum, id) => sum + likelyLines(stopOf(issue, id)!.passage), 0);
}

/** Body text needs no label; of anything else the first of a run has one. What stands aside has another kind of role: there each run has one. */
function isLabelled({ role }: PassageShape, above: PassageShape | undefined): boolean {
  return role !== 'body' && role !== above?.role;
}
