import { type Box, type Line, type Regions, boxOf, numberIn } from './region.ts';
import { type Word, joinWords } from './words.ts';
import { type Tag, walkXml } from './xml.ts';

type OpenLine = { readonly kind: 'line'; readonly box: Box | null; readonly type: number | null; readonly words: Word[]; isApart: boolean; openWord: { readonly box: Box | null; text: string } | null };
type Area = { readonly kind: 'page' | 'area' | 'paragraph'; lines: OpenLine[] | null };
type Open = Area | OpenLine | { readonly kind: 'word' | 'other' };

const LINES = /\b(?:ocr_line|ocrx_line|ocr_header|ocr_footer|ocr_caption|ocr_textfloat)\b/u;
const WORDS = /\b(?:ocrx_word|ocr_word)\b/u;
const PICTURES = /\b(?:ocr_photo|ocr_image|ocr_figure|ocr_float)\b/u;

/** Elements of HTML that never have an end; programs that write HTML rather than XML leave it out. */
const VOID = /<(meta|link|br|img|hr|input|col|wbr)\b((?:[^<>"']|"[^"]*"|'[^']*')*?)\s*\/?>/giu;

/** What hOCR says in `title` attributes: properties parted by semicolons, a name and its values each. */
function propertiesOf(title: string): ReadonlyMap<string, readonly string[]> {
  return new Map(title.split(';').map((part) => {
    const [name = '', ...values] = part.trim().split(/\s+/u);
    return [name, values];
  }));
}

function boxIn(title: string | undefined): Box | null {
  const [left, top, right, bottom] = (propertiesOf(title ?? '').get('bbox') ?? []).map(Number);
  return left === undefined || top === undefined || right === undefined || bottom === undefined ? null : boxOf(left, top, right, bottom);
}

/** The size of a line's type: what is stated of the font, else of the size of its letters. */
function typeIn(title: string | undefined): number | null {
  const properties = propertiesOf(title ?? '');
  return numberIn(properties.get('x_fsize')?.[0]) ?? numberIn(properties.get('x_size')?.[0]);
}

/**
 * Reads hOCR, of XML or of plain HTML as programs write it: its lines, by paragraphs, else by areas, as they stand. Null where it is broken.
 */
export function readHocr(text: string): Regions | null {
  const regions: (OpenLine[] | null)[] = [];
  const open: Open[] = [];
  let width: number | null = null;
  let line: OpenLine | null = null;

  const kindOf = ({ attributes }: Tag): Open => {
    const said = attributes['class'] ?? '';
    const title = attributes['title'];
    if (/\bocr_page\b/u.test(said)) return { kind: 'page', lines: null };
    if (/\bocr_par\b/u.test(said)) return { kind: 'paragraph', lines: null };
    if (/\b(?:ocr_carea|ocrx_block|ocr_column)\b/u.test(said)) return { kind: 'area', lines: null };
    if (LINES.test(said) && line === null) return { kind: 'line', box: boxIn(title), type: typeIn(title), words: [], isApart: false, openWord: null };
    return { kind: WORDS.test(said) && line?.openWord === null ? 'word' : 'other' };
  };
  const enter = (made: OpenLine) => {
    const area = open.findLast((each): each is Area => each.kind === 'page' || each.kind === 'area' || each.kind === 'paragraph');
    if (!area) return;
    if (area.lines === null) regions.push((area.lines = []));
    area.lines.push(made);
  };
  const endWord = () => {
    if (!line?.openWord) return;
    const said = line.openWord.text.replace(/\s+/gu, ' ').trim();
    if (said !== '') {
      line.words.push({ text: said, box: line.openWord.box, apart: line.isApart ? { width: null } : null });
      line.isApart = false;
    }
    line.openWord = null;
  };

  const isWell = walkXml(wellFormed(text), {
    open: (tag) => {
      if (tag.name.toLowerCase() === 'br' && line) line.isApart = true;
      if (PICTURES.test(tag.attributes['class'] ?? '')) regions.push(null);
      const made = kindOf(tag);
      if (made.kind === 'page') width ??= boxIn(tag.attributes['title'])?.right ?? null;
      // What stands in an area after a paragraph of it begins a region of its own.
      if (made.kind === 'paragraph' || made.kind === 'area') for (const each of open) if (each.kind === 'area' || each.kind === 'page') each.lines = null;
      if (made.kind === 'line') enter((line = made));
      if (made.kind === 'word' && line) line.openWord = { box: boxIn(tag.attributes['title']), text: '' };
      open.push(made);
    },
    close: () => {
      const closed = open.pop();
      if (closed?.kind === 'word') endWord();
      else if (closed?.kind === 'line') line = null;
    },
    text: (piece) => {
      if (line === null) return;
      if (line.openWord) line.openWord.text += piece;
      else for (const part of piece.split(/(\s+)/u)) takeLoose(line, part);
    },
  });
  if (!isWell) return null;
  const lineOf = ({ words, box, type }: OpenLine): Line => ({ text: joinWords(words), box, type });
  return { width, regions: regions.map((lines) => lines && { lines: lines.map(lineOf) }) };
}

/** Text of a line that is in no word. */
function takeLoose(line: OpenLine, part: string): void {
  if (part === '') return;
  if (part.trim() === '') line.isApart = true;
  else {
    line.words.push({ text: part, box: null, apart: line.isApart ? { width: null } : null });
    line.isApart = false;
  }
}

/** The document with its elements without end closed, and without the document type, which says nothing here. Scripts and styles hold no page. */
function wellFormed(text: string): string {
  return text
    .replace(/<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>/iu, '')
    .replace(/<(script|style)\b[^>]*>[^]*?<\/\1\s*>/giu, '')
    .replace(VOID, '<$1$2/>');
}
