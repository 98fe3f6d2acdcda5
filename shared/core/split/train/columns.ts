import { isHan } from '../../parse/characters.ts';
import type { Role } from '../../model/role.ts';

/** A block of an article that is composed anew. `goesOn`: with the body block before it; `lost`: a character was lost between the two. */
export type Part = { readonly text: string; readonly role: Role; readonly gap: number; readonly goesOn: boolean; readonly lost: boolean };

/** Gives the next of a sequence of numbers in 0..1, the same every time. */
export type Chance = () => number;

const NARROWEST = 12;
const WIDEST = 20;
const INDENT = 2;
const SHORTEST = 30; // characters of a paragraph that is cut
const COLUMN = 360; // characters of text between two breaks, on average
const MOST = 0.7; // of a paragraph being cut, however long
const LOST = 0.12; // of a character being lost in a cut
const FROM_END = 0.8; // of it being the last before the cut rather than the first after it
const LOOSE = 0.33; // of an article whose lines do not hold the same number of characters

/**
 * The article with its paragraphs put together and cut by other column breaks: at the ends of lines of a column as wide as chance has it, now and then
 * with a character lost.
 */
export function setInColumns(parts: readonly Part[], chance: Chance): readonly Part[] {
  const width = NARROWEST + Math.floor(chance() * (WIDEST - NARROWEST + 1));
  const loose = chance() < LOOSE;
  return whole(parts).flatMap((part): readonly Part[] => {
    if (part.role !== 'body' || part.text.length < SHORTEST || chance() >= Math.min(MOST, part.text.length / COLUMN)) return [part];
    const indent = part.goesOn ? 0 : INDENT;
    const lines = Math.floor((part.text.length + indent - 1) / width);
    if (lines < 1) return [part];
    const stray = loose ? Math.round((chance() - 0.5) * 4) : 0;
    const end = Math.min(part.text.length - 1, Math.max(4, (1 + Math.floor(chance() * lines)) * width - indent + stray));
    if (isHalf(part.text.charCodeAt(end - 1)) || isHalf(part.text.charCodeAt(end))) return [part];
    const fromEnd = chance() < FROM_END;
    const at = fromEnd ? end - 1 : end;
    const lost = chance() < LOST && isHan(part.text.charCodeAt(at));
    const [head, tail] = [part.text.slice(0, lost ? at : end).trimEnd(), part.text.slice(lost ? at + 1 : end).trimStart()];
    return head === '' || tail === '' ? [part] : [{ ...part, text: head }, { ...part, text: tail, gap: 1, goesOn: true, lost }];
  });
}

/** Whether a UTF-16 unit is only half of a character: beside a rare one no column breaks, so that it stays whole. */
const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Paragraphs whose parts stand together, put together. */
function whole(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.goesOn && part.role === 'body' && last?.role === 'body') joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}
