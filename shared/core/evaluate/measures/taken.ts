import type { CheckedReport } from '../../checks/report.ts';
import type { MarkedTruth } from '../marked-truth.ts';
import { editDistance } from './edit-distance.ts';
import { takenOf } from './misreadings.ts';
import type { Share } from './tally.ts';

type Findings = CheckedReport['findings'];

/** Characters that differ from the clean bodies of a page's articles, of all of those: as printed, and with all sure suggestions taken. The blocks stand in their true order, so that nothing but the suggestions makes the difference. */
export function takenTally({ blocks, articles }: MarkedTruth, findings: Findings): Readonly<Record<'printed' | 'taken', Share>> {
  let [printed, taken, length] = [0, 0, 0];
  for (const { body, blocks: own } of articles) {
    const clean = Array.from(body.join(''));
    const texts = own.filter((block) => ['body', 'subhead'].includes(blocks[block]!.role)).map((block) => ({ block, text: Array.from(blocks[block]!.text) }));
    length += clean.length;
    printed += editDistance(clean, texts.flatMap(({ text }) => text));
    taken += editDistance(clean, texts.flatMap(({ block, text }) => withTaken(text, findings.filter((one) => one.block === block))));
  }
  return { printed: { hit: printed, of: length }, taken: { hit: taken, of: length } };
}

/** A block's characters with its sure suggestions in place, the last first; of two that overlap the later one. */
function withTaken(text: readonly string[], findings: Findings): readonly string[] {
  const now = [...text];
  let end = Infinity;
  for (const finding of findings.toSorted((a, b) => b.offset - a.offset)) {
    const put = takenOf(finding);
    if (put === null || finding.offset + finding.length > end) continue;
    now.splice(finding.offset, finding.length, ...put);
    end = finding.offset;
  }
  return now;
}
