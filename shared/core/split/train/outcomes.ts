import type { Passage } from '../../model/issue.ts';
import type { Role } from '../../model/role.ts';
import { parseBlocks } from '../../parse/blocks.ts';
import { CALIBRATED, type CalibratedKind } from '../calibration.ts';
import type { Split } from '../split-page.ts';
import type { Outcome } from './calibrate.ts';
import type { Truth } from './truth.ts';

const isCalibrated = (kind: string): kind is CalibratedKind => CALIBRATED.some((each) => each === kind);
const isPrinted = (role: Role) => role !== 'banner' && role !== 'furniture' && role !== 'duplicate';

/**
 * Which decisions about a page its truth confirms. A boundary: an article begins with that block. A role: all blocks of the passage have it, or it is among
 * those that will do. A join: all its blocks go on with each other.
 */
export function outcomesOf(source: string, truth: Truth, { tree, decisions }: Split): readonly Outcome[] {
  const blockAt = new Map(parseBlocks(source).map(({ range }, index) => [range.from, index]));
  const blocksOf = ({ pieces }: Passage) =>
    pieces.flatMap((piece) => (piece.kind === 'kept' ? [blockAt.get(piece.range.from)] : [])).filter((block) => block !== undefined);
  const starts = new Set(truth.articles.map(({ blocks }) => blocks.find((block) => isPrinted(truth.blocks[block]!.role))));
  const passages = new Map([...tree.articles.flatMap((article) => article.passages), ...tree.aside].map((passage) => [String(passage.id), passage]));
  const firstOf = new Map(tree.articles.map(({ id, passages: [first] }) => [String(id), first!]));
  return decisions.flatMap(({ subject, kind, confidence }): readonly Outcome[] => {
    if (!isCalibrated(kind)) return [];
    const passage = passages.get(String(subject)) ?? firstOf.get(String(subject));
    const blocks = passage === undefined ? [] : blocksOf(passage);
    const [first] = blocks;
    if (passage === undefined || first === undefined) return [];
    const right = {
      boundary: () => starts.has(first),
      role: () => blocks.every((block) => truth.blocks[block]!.role === passage.role || (truth.blocks[block]!.roles ?? []).includes(passage.role)),
      join: () => blocks.slice(1).every((block, index) => truth.blocks[blocks[index]!]!.continues === block),
    };
    return [{ kind, stated: confidence, right: right[kind](), kicker: kind === 'boundary' && passage.role === 'kicker' }];
  });
}
