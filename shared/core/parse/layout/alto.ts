import { chained, inOrder } from './order.ts';
import { type Box, type Line, type Region, type Regions, boxOf, numberIn } from './region.ts';
import { type Word, joinWords } from './words.ts';
import { type Tag, walkXml } from './xml.ts';

type Attributes = Tag['attributes'];

/** A word that a line end parts says in both its halves what it is as a whole. */
type Half = { readonly part: 1 | 2; readonly whole: string };
type Read = Word & { readonly half: Half | null; readonly type: number | null };
type OpenLine = { readonly box: Box | null; readonly type: number | null; words: Read[]; apart: Word['apart']; hyphen: string };
type Block = { readonly ids: readonly string[]; readonly next: string | null; readonly type: number | null; readonly lines: OpenLine[] };
type Picture = { readonly ids: readonly string[]; readonly next: string | null; readonly lines: null };

/** A picture; a drawn line between columns is none. */
const PICTURE = 'Illustration';

const boxIn = ({ HPOS, VPOS, WIDTH, HEIGHT }: Attributes): Box | null => {
  const [left, top, width, height] = [numberIn(HPOS), numberIn(VPOS), numberIn(WIDTH), numberIn(HEIGHT)];
  return left === null || top === null || width === null || height === null ? null : boxOf(left, top, left + width, top + height);
};

/**
 * Reads ALTO of versions 1 to 4: the strings of all lines in the order that the file gives its blocks, by ReadingOrder, else by IDNEXT, else as they stand. A
 * word that a line end parts stands whole on the first of the lines. Null where the file is broken.
 */
export function readAlto(text: string): Regions | null {
  const types = new Map<string, number>(); // of the styles, in points
  const around: { readonly id: string | null; readonly type: number | null }[] = []; // composed blocks
  const things: (Block | Picture)[] = [];
  const listed: string[] = [];
  let width: number | null = null;
  let block: Block | null = null;
  let line: OpenLine | null = null;

  const typeOf = ({ STYLEREFS, STYLE_REFS }: Attributes, outer: number | null): number | null => {
    for (const id of (STYLEREFS ?? STYLE_REFS ?? '').split(/\s+/u)) if (types.has(id)) return types.get(id)!;
    return outer;
  };
  const idsOf = ({ ID }: Attributes) => [...(ID === undefined ? [] : [ID]), ...around.flatMap(({ id }) => id ?? [])];
  const outerType = () => around.at(-1)?.type ?? null;

  const isWell = walkXml(text, {
    open: ({ name, attributes }) => {
      if (name === 'TextStyle' && attributes['ID'] !== undefined) {
        const size = numberIn(attributes['FONTSIZE']);
        if (size !== null && size > 0) types.set(attributes['ID'], size);
      } else if (name === 'ElementRef' && attributes['REF'] !== undefined) listed.push(attributes['REF']);
      else if (name === 'Page') width ??= numberIn(attributes['WIDTH']);
      else if (name === 'ComposedBlock') around.push({ id: attributes['ID'] ?? null, type: typeOf(attributes, outerType()) });
      else if (name === 'TextBlock') things.push((block = { ids: idsOf(attributes), next: attributes['IDNEXT'] ?? null, type: typeOf(attributes, outerType()), lines: [] }));
      else if (name === PICTURE) things.push({ ids: idsOf(attributes), next: attributes['IDNEXT'] ?? null, lines: null });
      else if (name === 'TextLine' && block) block.lines.push((line = { box: boxIn(attributes), type: typeOf(attributes, block.type), words: [], apart: null, hyphen: '' }));
      else if (line === null) return;
      else if (name === 'SP') line.apart = { width: numberIn(attributes['WIDTH']) };
      else if (name === 'HYP') line.hyphen = attributes['CONTENT'] ?? '-';
      else if (name === 'String') {
        line.words.push({ text: attributes['CONTENT'] ?? '', box: boxIn(attributes), apart: line.apart, half: halfOf(attributes), type: typeOf(attributes, line.type) });
        line.apart = null;
      }
    },
    close: (name) => {
      if (name === 'ComposedBlock') around.pop();
      else if (name === 'TextBlock') block = null;
      else if (name === 'TextLine') line = null;
    },
  });
  if (!isWell) return null;
  const chain = things.some(({ next }) => next !== null) ? chained(things.flatMap(({ ids, next }) => (ids[0] === undefined ? [] : { id: ids[0], next }))) : [];
  const ordered = inOrder(things, listed.length > 0 ? listed : chain);
  return { width, regions: ordered.map(({ lines }) => lines && regionOf(lines)) };
}

function halfOf({ SUBS_TYPE, SUBS_CONTENT }: Attributes): Half | null {
  if (SUBS_CONTENT === undefined || (SUBS_TYPE !== 'HypPart1' && SUBS_TYPE !== 'HypPart2')) return null;
  return { part: SUBS_TYPE === 'HypPart1' ? 1 : 2, whole: SUBS_CONTENT };
}

function regionOf(lines: readonly OpenLine[]): Region {
  const made: Line[] = [];
  let owed: string | null = null; // the whole whose first half ended the line above
  for (const [at, { words, hyphen, box, type }] of lines.entries()) {
    const own: readonly Read[] = owed !== null && words[0]?.half?.part === 2 && words[0].half.whole === owed ? words.slice(1) : words;
    const last = own.at(-1);
    owed = wholeOf(last?.half, lines[at + 1]?.words[0]?.half);
    const whole: readonly Read[] = last && owed !== null ? [...own.slice(0, -1), { ...last, text: owed }] : own;
    made.push({ text: joinWords(whole) + (owed === null ? hyphen : ''), box, type: usual(own) ?? type });
  }
  return { lines: made };
}

/** The word whose first half ends a line and whose second begins the next; null where there is none. */
function wholeOf(last: Half | null | undefined, first: Half | null | undefined): string | null {
  return last?.part === 1 && first?.part === 2 && first.whole === last.whole ? last.whole : null;
}

/** The size of type that most characters of a line are set in. */
function usual(words: readonly Read[]): number | null {
  const counts = new Map<number, number>();
  for (const { text, type } of words) if (type !== null) counts.set(type, (counts.get(type) ?? 0) + text.length);
  let most: number | null = null;
  for (const [type, count] of counts) if (most === null || count > counts.get(most)!) most = type;
  return most;
}
