import { inOrder } from './order.ts';
import { type Box, type Line, type Regions, boxOf, numberIn } from './region.ts';
import { type Word, joinWords } from './words.ts';
import { type Tag, walkXml } from './xml.ts';

type Attributes = Tag['attributes'];

/** One reading of a text; where there are several, that of the lowest index is meant. */
type Equiv = { readonly index: number; unicode: string | null; plain: string | null };

/** Something that may have a text of its own. */
type Holder = {
  readonly name: string;
  readonly ids: readonly string[];
  readonly equivs: Equiv[];
  readonly lines: Holder[]; // of a region
  readonly words: Holder[]; // of a line
  points: (readonly [x: number, y: number])[];
  type: number | null;
};

/** A group of the reading order; `index`: its place in the one it lies in, where that is ordered. */
type Group = { readonly ordered: boolean; readonly index: number; readonly ref: string | null; readonly items: Group[] };

const HOLDERS = new Set(['TextRegion', 'TextLine', 'Word', 'Glyph']);
const PICTURES = new Set(['ImageRegion', 'GraphicRegion', 'LineDrawingRegion', 'ChartRegion', 'MapRegion', 'AdvertRegion']);
const GROUP = /^(Un)?[Oo]rderedGroup(?:Indexed)?$/u;

const pointsIn = (text: string) => [...text.matchAll(/(-?[\d.]+)\s*,\s*(-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)] as const);

/**
 * Reads PAGE content: regions by ReadingOrder, with those that it does not name after them; of each the text of its lines, or its own where they have
 * none; of each text the reading of the lowest index. Null where the file is broken.
 */
export function readPageXml(text: string): Regions | null {
  const regions: (Holder | { readonly name: 'picture'; readonly ids: readonly string[] })[] = [];
  const open: Holder[] = [];
  const groups: Group[] = [{ ordered: false, index: 0, ref: null, items: [] }];
  let width: number | null = null;
  let equiv: Equiv | null = null;
  let reading: 'unicode' | 'plain' | null = null;

  const holder = (name: string, attributes: Attributes): Holder => {
    const made: Holder = { name, ids: attributes['id'] === undefined ? [] : [attributes['id']], equivs: [], lines: [], words: [], points: [], type: null };
    if (name === 'TextRegion') regions.push(made);
    else if (name === 'TextLine') innermost(open, 'TextRegion')?.lines.push(made);
    else if (name === 'Word') innermost(open, 'TextLine')?.words.push(made);
    return made;
  };
  const group = (ordered: boolean, attributes: Attributes): Group => ({ ordered, index: numberIn(attributes['index']) ?? 0, ref: attributes['regionRef'] ?? null, items: [] });

  const isWell = walkXml(text, {
    open: ({ name, attributes }) => {
      const inner = open.at(-1);
      if (HOLDERS.has(name)) open.push(holder(name, attributes));
      else if (name === 'Page') width ??= numberIn(attributes['imageWidth']);
      else if (PICTURES.has(name)) regions.push({ name: 'picture', ids: attributes['id'] === undefined ? [] : [attributes['id']] });
      else if (GROUP.test(name)) {
        const made = group(!name.startsWith('Un'), attributes);
        groups.at(-1)!.items.push(made);
        groups.push(made);
      } else if (/^RegionRef(?:Indexed)?$/u.test(name)) groups.at(-1)!.items.push(group(false, attributes));
      else if (!inner) return;
      else if (name === 'Coords' && attributes['points'] !== undefined) inner.points = pointsIn(attributes['points']);
      else if (name === 'Point') inner.points.push([Number(attributes['x']), Number(attributes['y'])]);
      else if (name === 'TextStyle') inner.type = numberIn(attributes['fontSize']) ?? inner.type;
      else if (name === 'TextEquiv') inner.equivs.push((equiv = { index: numberIn(attributes['index']) ?? 0, unicode: null, plain: null }));
      else if (equiv && name === 'Unicode') [equiv.unicode, reading] = ['', 'unicode'];
      else if (equiv && name === 'PlainText') [equiv.plain, reading] = ['', 'plain'];
    },
    close: (name) => {
      if (HOLDERS.has(name)) open.pop();
      else if (GROUP.test(name)) groups.pop();
      else if (name === 'TextEquiv') equiv = null;
      else if (name === 'Unicode' || name === 'PlainText') reading = null;
    },
    text: (piece) => {
      if (equiv && reading) equiv[reading] = (equiv[reading] ?? '') + piece;
    },
  });
  if (!isWell) return null;
  const listed = listedIn(groups[0]!);
  return { width, regions: inOrder(regions, listed).map((each) => (each.name === 'picture' ? null : { lines: linesOf(each as Holder) })) };
}

const innermost = (open: readonly Holder[], name: string) => open.findLast((each) => each.name === name);

/** The regions of a group in order, those of the groups in it in its place. */
function listedIn({ ordered, ref, items }: Group): readonly string[] {
  const sorted = ordered ? items.toSorted((a, b) => a.index - b.index) : items;
  return [...(ref === null ? [] : [ref]), ...sorted.flatMap(listedIn)];
}

/** The reading of the lowest index, of equal ones the first; null where there is none that says anything. */
function ownText({ equivs }: Holder): string | null {
  const said = equivs.flatMap(({ index, unicode, plain }) => (unicode ?? plain ?? '').trim() === '' ? [] : { index, text: unicode ?? plain ?? '' });
  return said.toSorted((a, b) => a.index - b.index)[0]?.text ?? null;
}

function boxOfPoints(points: Holder['points']): Box | null {
  if (points.length < 2) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return boxOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

const lineText = (line: Holder): string =>
  ownText(line) ?? joinWords(line.words.map((word, at): Word => ({ text: (ownText(word) ?? '').trim(), box: boxOfPoints(word.points), apart: at === 0 ? null : { width: null } })));

function linesOf(region: Holder): readonly Line[] {
  const lines = region.lines.map((line): Line => ({ text: lineText(line), box: boxOfPoints(line.points), type: line.type ?? region.type }));
  if (lines.some(({ text }) => text.trim() !== '')) return lines;
  const own = ownText(region);
  return own === null ? [] : [{ text: own, box: null, type: region.type }];
}
