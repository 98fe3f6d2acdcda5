import type { TopicNode } from './tree.ts';

/** Names or notes in both languages; empty where there is none. */
export type BothLanguages = { readonly en: string; readonly 'zh-Hans': string };

/** What a scheme says of one topic. */
export type TopicEntry = {
  readonly id: string;
  readonly broader: string | null;
  readonly notation: string;
  readonly labels: BothLanguages;
  readonly definition: BothLanguages;
  readonly retired: boolean;
};

/** One that a file tells, with the line it begins on where that can be told. `wrong`: what the reader itself found wrong with it. */
export type ReadEntry = TopicEntry & { readonly line: number | null; readonly wrong?: Wrong };

/** A scheme as a file tells it. */
export type ReadScheme = { readonly title: BothLanguages; readonly entries: readonly ReadEntry[] };

export const WRONGS = ['no-id', 'id-too-long', 'no-name', 'duplicate-id', 'two-names', 'several-broader', 'unknown-broader', 'circle'] as const;
export type Wrong = (typeof WRONGS)[number];

export type Refusal = { readonly line: number | null; readonly id: string; readonly why: Wrong };

/** What taking a file into a scheme would do. Entries as they will be. */
export type ImportPlan = {
  readonly added: readonly TopicEntry[];
  readonly changed: readonly TopicEntry[];
  readonly retired: readonly TopicEntry[];
  readonly same: number;
  readonly refused: readonly Refusal[];
};

const MOST_ID = 200; // characters, as the contract has it
const MOST_TEXT = 2_000;

/** A name or note in one line, without characters that no file format can hold. */
export function tidyText(text: string): string {
  return [...text.toWellFormed()].filter((character) => !/[\uFFFD-\uFFFF]/.test(character)).join('').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, MOST_TEXT).toWellFormed().replace(/\uFFFD$/, '').trim();
}

const tidyBoth = (texts: BothLanguages): BothLanguages => ({ en: tidyText(texts.en), 'zh-Hans': tidyText(texts['zh-Hans']) });

/** Whether a topic would stand below itself if `broader` were above it. */
export function makesCircle(topics: readonly Pick<TopicNode, 'id' | 'broader'>[], id: string, broader: string | null): boolean {
  const above = new Map(topics.map((topic) => [topic.id, topic.broader]));
  const seen = new Set<string>();
  for (let at = broader; at !== null && !seen.has(at); at = above.get(at) ?? null) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Compares a file with the scheme it is to be taken into. What is not in the file is retired if `retireMissing`, else left as it is.
 * An entry that cannot be taken is refused with its reason, and so is one that stands below a refused one that the scheme lacks.
 */
export function planImport(existing: readonly TopicEntry[], entries: readonly ReadEntry[], retireMissing: boolean): ImportPlan {
  const refused: Refusal[] = [];
  const refuse = ({ line, id }: ReadEntry, why: Wrong) => void refused.push({ line, id, why });
  const taken = new Map<string, ReadEntry>();
  for (const read of entries) {
    const entry = { ...read, id: tidyText(read.id), broader: read.broader === null ? null : tidyText(read.broader) || null, notation: tidyText(read.notation), labels: tidyBoth(read.labels), definition: tidyBoth(read.definition) };
    const wrong = entry.wrong ?? wrongWith(entry, taken);
    if (wrong) refuse(entry, wrong);
    else taken.set(entry.id, entry);
  }
  const before = new Map(existing.map((topic) => [topic.id, topic]));
  dropOrphans(before, taken, refuse);
  dropCircles(before, taken, refuse);
  dropOrphans(before, taken, refuse); // whoever stood below one that went with a circle

  const plan = { added: [] as TopicEntry[], changed: [] as TopicEntry[], retired: [] as TopicEntry[], same: 0 };
  for (const { line: _, wrong: _wrong, ...entry } of taken.values()) {
    const was = before.get(entry.id);
    if (!was) plan.added.push(entry);
    else if (isSame(was, entry)) plan.same += 1;
    else if (entry.retired && !was.retired) plan.retired.push(entry);
    else plan.changed.push(entry);
  }
  const named = new Set(entries.map(({ id }) => tidyText(id)));
  if (retireMissing) for (const was of existing) if (!named.has(was.id) && !was.retired) plan.retired.push({ ...was, retired: true });
  return { ...plan, refused };
}

function wrongWith({ id, labels }: TopicEntry, taken: ReadonlyMap<string, TopicEntry>): Wrong | null {
  if (id === '') return 'no-id';
  if (id.length > MOST_ID) return 'id-too-long';
  if (labels.en === '' && labels['zh-Hans'] === '') return 'no-name';
  return taken.has(id) ? 'duplicate-id' : null;
}

type Refuse = (entry: ReadEntry, why: Wrong) => void;

function dropOrphans(before: ReadonlyMap<string, TopicEntry>, taken: Map<string, ReadEntry>, refuse: Refuse): void {
  for (let again = true; again;) {
    again = false;
    for (const entry of taken.values()) {
      if (entry.broader === null || taken.has(entry.broader) || before.has(entry.broader)) continue;
      taken.delete(entry.id);
      refuse(entry, 'unknown-broader');
      again = true;
    }
  }
}

/** An entry that would close a circle is refused; the scheme's own entry stays as it was, which has none. */
function dropCircles(before: ReadonlyMap<string, TopicEntry>, taken: Map<string, ReadEntry>, refuse: Refuse): void {
  for (let again = true; again;) {
    const after = [...new Map<string, TopicEntry>([...before, ...taken]).values()];
    const inCircle = [...taken.values()].filter(({ id, broader }) => makesCircle(after, id, broader));
    for (const entry of inCircle) {
      taken.delete(entry.id);
      refuse(entry, 'circle');
    }
    again = inCircle.length > 0;
  }
}

function isSame(a: TopicEntry, b: TopicEntry): boolean {
  return a.broader === b.broader && a.notation === b.notation && a.retired === b.retired
    && (['en', 'zh-Hans'] as const).every((lang) => a.labels[lang] === b.labels[lang] && a.definition[lang] === b.definition[lang]);
}
