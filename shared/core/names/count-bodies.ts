import { LONGEST, bodiesIn, endAt } from './bodies.ts';
import type { Body } from './bodies.ts';

/** Names of offices and places of an archive: what they are, by their names. */
export type Bodies = ReadonlyMap<string, Body['kind']>;

const SHORTEST = 3;
const FIRM = 2; // so often a name has to stand where it can be seen to begin
const THIN = 2; // characters before the end: with one of them another, too little is alike
const HAN = /\p{Script=Han}/u;
const WILD = '\u0000';

/** What `Bodies` are looked for in texts by. */
export type BodyFinder = {
  /** The names that stand in a text, wherever they do, and those that are one of them but for one character. */
  in(text: string): readonly Body[];
};

type Clear = { readonly kind: Body['kind']; readonly times: number };

/** Gathers the offices and places of pages, one after the other: in the end those that are seen several times to begin where they begin are found. */
export function gatherBodies(): { readonly add: (page: string) => void; readonly finder: () => BodyFinder } {
  const clear = new Map<string, Clear>();
  return {
    add: (page) => {
      for (const { name, kind } of bodiesIn(page)) clear.set(name, { kind, times: (clear.get(name)?.times ?? 0) + 1 });
    },
    finder: () => finderOf(clear),
  };
}

function finderOf(clear: ReadonlyMap<string, Clear>): BodyFinder {
  const firm = new Map(Array.from(clear).filter(([name, { times }]) => times >= FIRM && !hasBefore(name, times)));
  /** Whether something stands before a name that is oftener: 据云南省. */
  function hasBefore(name: string, times: number): boolean {
    for (let from = 1; name.length - from >= SHORTEST; from += 1) if ((clear.get(name.slice(from))?.times ?? 0) >= times) return true;
    return false;
  }
  const patterns = new Set(Array.from(firm.keys()).flatMap(patternsOf));
  // One character is another: either the first, or the first is the same. Most of what is looked at is neither.
  const tails = new Set(Array.from(firm.keys(), (name) => name.slice(1)));
  const heads = new Set(Array.from(firm.keys(), headOf));
  const isNear = (name: string) => (tails.has(name.slice(1)) || heads.has(headOf(name))) && patternsOf(name).some((pattern) => patterns.has(pattern));
  return {
    in: (text) => {
      const found: Body[] = [];
      for (let at = 0; at < text.length; at += 1) {
        const ending = endAt(text, at);
        if (!ending) continue;
        const to = at + ending.end.length;
        for (let from = at - 1; from >= Math.max(0, to - LONGEST) && HAN.test(text[from]!); from -= 1) {
          const name = text.slice(from, to);
          if (name.length < SHORTEST) continue;
          const isNamed = firm.has(name) || ((at - from > THIN || clear.has(name)) && isNear(name));
          if (isNamed) found.push({ name, kind: firm.get(name)?.kind ?? ending.kind, at: from });
        }
        at = to - 1;
      }
      return found;
    },
  };
}

const headOf = (name: string): string => name.charAt(0) + name.slice(-1) + String(name.length);

/** A name with each character before its end left open. */
function patternsOf(name: string): readonly string[] {
  const open = stemOf(name);
  return Array.from({ length: open }, (_, at) => name.slice(0, at) + WILD + name.slice(at + 1));
}

/** How many characters stand before that by which a name ends. */
export function stemOf(name: string): number {
  for (let at = 1; at < name.length; at += 1) if (endAt(name, at)?.end.length === name.length - at) return at;
  return name.length - 1;
}
