import variants from '#resources/lexicon/variants.json' with { type: 'json' };

/** The two ways of writing Chinese; what belongs to both (后, 著) says nothing. */
export type Script = 'simplified' | 'traditional';

type Tables = { readonly counterparts: Readonly<Record<Script, ReadonlyMap<string, string>>>; readonly scripts: Uint8Array };

const UNITS = 1 << 16;
const NUMBER: Readonly<Record<Script, number>> = { simplified: 1, traditional: 2 }; // 0: of both, or of neither

let made: Tables | null = null;

function tables(): Tables {
  if (made) return made;
  const both = new Set(variants.both);
  const counterparts = { simplified: new Map<string, string>(), traditional: new Map<string, string>() };
  for (const group of variants.groups.split(' ')) {
    const [simple = '', ...others] = group;
    if (!both.has(simple)) counterparts.simplified.set(simple, others.length === 1 ? others[0]! : '');
    for (const form of others) if (!both.has(form)) counterparts.traditional.set(form, simple);
  }
  const scripts = new Uint8Array(UNITS); // by UTF-16 unit: the tables hold no character beyond
  for (const script of ['simplified', 'traditional'] as const) for (const form of counterparts[script].keys()) scripts[form.charCodeAt(0)] = NUMBER[script];
  made = { counterparts, scripts };
  return made;
}

/** The characters of a text that are written so in one script only, with their places. */
export function writtenIn(script: Script, text: string): readonly { readonly character: string; readonly at: number }[] {
  const { scripts } = tables();
  const found = [];
  for (let at = 0; at < text.length; at += 1) if (scripts[text.charCodeAt(at)] === NUMBER[script]) found.push({ character: text[at]!, at });
  return found;
}

/** What a character of one script is in the other; empty if that depends on the word (发 is 發 or 髮). */
export const counterpartOf = (script: Script, character: string): string => tables().counterparts[script].get(character) ?? '';

const MANY = 9; // times as many characters of one script as of the other

let known: { readonly source: string; readonly script: Script | null } | null = null;

/** The script a page is set in, by the proportion of what belongs to one only; null if it is mixed, or too short to tell. The last page is remembered. */
export function scriptOf(source: string): Script | null {
  if (known?.source !== source) {
    const simplified = writtenIn('simplified', source).length;
    const traditional = writtenIn('traditional', source).length;
    known = { source, script: simplified > MANY * traditional ? 'simplified' : traditional > MANY * simplified ? 'traditional' : null };
  }
  return known.script;
}
