import { CHARACTER_KINDS, type CharacterKind, characterKind, isBlank, isHan, kindOfUnit, unitsOf } from './characters.ts';
import { type Opening, dangles, functionWords, openingOf } from './wording.ts';
import { type Formula, formulaOf, gluedByline } from './formulas.ts';

/** What can be said of a block from its own text alone. */
export type Shape = {
  readonly width: number; // in full-width characters: Latin letters and digits count half, blanks nothing
  readonly first: CharacterKind;
  readonly last: CharacterKind;
  readonly ending: Ending;
  readonly formula: Formula;
  readonly opening: Opening;
  readonly dangling: boolean; // breaks off after a word that wants another
  readonly sentences: number; // final marks inside the block, before its last character
  readonly pauses: number;
  readonly colons: number;
  readonly functionWords: number; // of its first forty characters
  readonly spaces: number; // runs of blanks between Chinese characters
  readonly unclosed: boolean; // a quotation or bracket is open at the end
  readonly unopened: boolean; // a quotation or bracket is closed that was never opened
  readonly gluedByline: boolean;
  readonly skeleton: number; // a code of its marks and spaces in order: subheads of one article tend to share it
};

/** How a block ends. Closed: the features count on it. */
export const ENDINGS = ['final', 'final-quoted', 'quoted', 'bracketed', 'pause', 'colon', 'dash', 'open', 'han', 'latin', 'other'] as const;
export type Ending = (typeof ENDINGS)[number];

/** What opens a quotation or bracket (1) and what closes one (-1), by UTF-16 unit. */
const DEPTH = new Int8Array(1 << 16);
for (const opener of '“‘『「《（([【') DEPTH[opener.charCodeAt(0)] = 1;
for (const closer of '”’』」》）)]】') DEPTH[closer.charCodeAt(0)] = -1;

/** What each kind adds to a skeleton, by its place in `CHARACTER_KINDS`; -1: nothing. */
const SKELETON = Int16Array.from(CHARACTER_KINDS, (kind) => (kind === 'latin' || kind === 'digit' ? -1 : kind.length * 11 + kind.charCodeAt(0)));
const [FINAL, PAUSE, COLON] = (['final', 'pause', 'colon'] as const).map((kind) => CHARACTER_KINDS.indexOf(kind));

/** The width of a UTF-16 unit that is not blank, in halves of a full-width character. */
const halvesOf = (unit: number): number => (unit < 0x100 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2);

/** The width of a text in full-width characters; some width beyond `most` if it is wider than that, which is known as soon as it is. */
export function widthUpTo(text: string, most: number): number {
  let width = 0;
  for (let i = 0; i < text.length && width <= most; i += 1) {
    const unit = text.charCodeAt(i);
    if (isHan(unit) || !isBlank(unit)) width += halvesOf(unit) / 2;
  }
  return width;
}

/** Measures a block's text in one pass, plus the formulas its beginning and end are held against. `units`: those of a text in which it stands from `from` on. */
export function shapeOf(text: string, units: Uint16Array = unitsOf(text), from = 0): Shape {
  let halves = 0; // of the width
  let sentences = 0;
  let pauses = 0;
  let colons = 0;
  let spaces = 0;
  let depth = 0;
  let unopened = false;
  let skeleton = 0;
  let afterHan = false; // whether the last unit that is not blank is a Chinese character
  let blank = false;
  const end = from + text.length;
  for (let i = from; i < end; i += 1) {
    const unit = units[i]!;
    if (isHan(unit)) {
      // Nearly all are: they are gone through with as few questions as can be.
      if (blank) {
        blank = false;
        if (afterHan) {
          spaces += 1;
          skeleton = (skeleton * 31 + 7) | 0;
        }
      }
      halves += unit < 0xd800 ? 2 : 1; // a rare one is two units
      afterHan = true;
      continue;
    }
    if (isBlank(unit)) {
      blank = true;
      continue;
    }
    blank = false;
    afterHan = false;
    halves += halvesOf(unit);
    const kind = kindOfUnit(unit);
    if (kind === FINAL) {
      if (i < end - 1) sentences += 1;
    } else if (kind === PAUSE) pauses += 1;
    else if (kind === COLON) colons += 1;
    const turn = DEPTH[unit]!;
    if (turn > 0) depth += 1;
    else if (turn < 0) {
      if (depth > 0) depth -= 1;
      else unopened = true;
    }
    if (SKELETON[kind]! >= 0) skeleton = (skeleton * 31 + SKELETON[kind]!) | 0;
  }
  const width = halves / 2;
  const byline = bylineOf(text, width);
  const own = ownText(text, byline);
  return {
    width,
    first: characterKind(text.charCodeAt(0)),
    last: characterKind(text.charCodeAt(text.length - 1)),
    ending: endingOf(own),
    formula: formulaOf(text, width),
    opening: openingOf(text),
    dangling: dangles(own),
    sentences,
    pauses,
    colons,
    functionWords: functionWords(units, from, end),
    spaces,
    unclosed: depth > 0,
    unopened,
    gluedByline: byline > 0,
    skeleton,
  };
}

/** In blocks up to this width (full-width characters) no byline is looked for. */
export const SHORT = 12;

/** How a block of that width ends, without the rest of its shape. */
export const endingOfBlock = (text: string, width: number): Ending => endingOf(ownText(text, bylineOf(text, width)));

/** Where a byline is glued to the end of a block of that width, -1 if none is. */
const bylineOf = (text: string, width: number): number => (width > SHORT ? gluedByline(text) : -1);

/** A byline glued to its end hides how the paragraph itself ends. */
const ownText = (text: string, byline: number): string => (byline > 0 ? text.slice(0, byline).trimEnd() : text);

function endingOf(text: string): Ending {
  const last = characterKind(text.charCodeAt(text.length - 1));
  if (last === 'closing') {
    const inside = characterKind(text.charCodeAt(text.length - 2));
    if (inside === 'final') return 'final-quoted';
    return '”’』」"'.includes(text.charAt(text.length - 1)) ? 'quoted' : 'bracketed';
  }
  switch (last) {
    case 'final':
      return text.endsWith('…') && !text.endsWith('……') ? 'other' : 'final';
    case 'pause':
    case 'colon':
    case 'dash':
    case 'han':
      return last;
    case 'opening':
      return 'open';
    case 'latin':
    case 'digit':
      return 'latin';
    case 'none':
    case 'bullet':
    case 'other':
      return 'other';
  }
}
