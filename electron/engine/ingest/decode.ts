import type { Encoding } from '#contract/schemas/file.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { hasSignature, mostlyControlBytes, mostlyControls } from './binary.ts';
import { IMPLAUSIBLE, surprise } from './commonness.ts';
import type { Commonness } from './commonness.ts';
import { byteOrderMark, isDamagedUtf8, strictDecode } from './strict-decode.ts';

export type DecodedText = {
  readonly text: string;
  readonly encoding: Encoding;
  readonly origin: 'bom' | 'valid' | 'guessed' | 'person';
  readonly candidates: readonly Encoding[]; // most likely first; more than one: the user is asked
};

export type DecodeProblem = 'binary' | 'undecodable';

/** How many UTF-16 units of a long text are looked at for what shows at once. */
const HEAD = 4096;

type Guess = { readonly encoding: Encoding; readonly text: string; readonly bits: number };

/** Two readings closer than this many bits are a question to the user: a handful of characters tells them apart no better. */
const CLOSE = 24;

/** So few bytes decide nothing: every strict reading is put before the user. */
const TOO_SHORT = 16;

/** From this length on a reading that is not plausible, and has no rival to ask about, is no reading at all. */
const LONG_ENOUGH_TO_REFUSE = 64;

/** Beyond so many bytes outside ASCII, bytes that happen to be valid UTF-8 are out of the question. */
const CHANCE_OF_UTF8 = 48;

/** A longer text of which almost nothing lies outside ASCII is no Chinese page in any encoding. */
const PAGE = 65_536; // bytes

/** Every reading that is valid to the last byte and not made of controls, the likeliest first. */
function guesses(bytes: Uint8Array, encodings: readonly Encoding[], commonness: Commonness): readonly Guess[] {
  const found: Guess[] = [];
  for (const encoding of encodings) {
    const text = strictDecode(bytes, encoding);
    if (text !== null && !mostlyControls(text)) found.push({ encoding, text, bits: surprise(text, commonness) });
  }
  return found.toSorted((a, b) => a.bits - b.bits);
}

const OTHERS: readonly Encoding[] = ['gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** Valid UTF-8 is taken at its word, unless it is so short that chance could have made it and another reading is likelier. */
function asUtf8(bytes: Uint8Array, text: string, commonness: Commonness): DecodedText {
  const outsideAscii = bytes.length - text.length; // one for each character of two bytes, two for each of three
  const fewOutside = bytes.length <= PAGE && outsideAscii > 0 && outsideAscii <= CHANCE_OF_UTF8 / 2;
  const doubtful = bytes.length <= CHANCE_OF_UTF8 || fewOutside;
  if (!doubtful) return { text, encoding: 'utf-8', origin: 'valid', candidates: ['utf-8'] };
  // Plain ASCII has to look less likely than its rival; anything else is asked about when it is not clearly likelier.
  const limit = surprise(text, commonness) + (outsideAscii > 0 ? CLOSE / 2 : 0);
  const rivals = guesses(bytes, OTHERS, commonness).filter((rival) => rival.bits < limit && rival.text !== text);
  return { text, encoding: 'utf-8', origin: 'valid', candidates: ['utf-8', ...rivals.map((rival) => rival.encoding)] };
}

function guess(bytes: Uint8Array, encodings: readonly Encoding[], commonness: Commonness): Result<DecodedText, DecodeProblem> {
  const [best, ...others] = guesses(bytes, encodings, commonness);
  if (!best) return fail(mostlyControlBytes(bytes) ? 'binary' : 'undecodable');
  const implausible = best.bits > IMPLAUSIBLE * best.text.length;
  const undecidable = implausible || bytes.length <= TOO_SHORT;
  const close = others.filter((other) => undecidable || other.bits - best.bits < CLOSE);
  const differing = close.filter((other) => other.text !== best.text);
  if (implausible && differing.length === 0 && best.text.length >= LONG_ENOUGH_TO_REFUSE) return fail('undecodable');
  return ok({ text: best.text, encoding: best.encoding, origin: 'guessed', candidates: [best, ...differing].map((each) => each.encoding) });
}

/**
 * Bytes become text: what a person said; else a BOM; else valid UTF-8; else the strict reading whose characters are the commonest.
 * The text has no BOM and every other character. A reading that is not sure names its rivals.
 */
export function decodeBytes(bytes: Uint8Array, byPerson: Encoding | null, commonness: Commonness): Result<DecodedText, DecodeProblem> {
  if (byPerson) {
    const text = strictDecode(bytes, byPerson);
    return text === null ? fail('undecodable') : ok({ text, encoding: byPerson, origin: 'person', candidates: [byPerson] });
  }
  if (hasSignature(bytes)) return fail('binary');
  const marked = byteOrderMark(bytes);
  if (marked) {
    const text = strictDecode(bytes, marked);
    if (text === null) return fail('undecodable');
    return mostlyControls(text) ? fail('binary') : ok({ text, encoding: marked, origin: 'bom', candidates: [marked] });
  }
  const text = strictDecode(bytes, 'utf-8');
  // Bytes of which a few went wrong would pass for another encoding, as nonsense.
  if (text === null) return isDamagedUtf8(bytes) ? fail('undecodable') : guess(bytes, OTHERS, commonness);
  // Half the bytes of Latin text in UTF-16 are NULs, which UTF-8 allows. Where there are none, the beginning is looked at.
  const controls = mostlyControls(bytes.includes(0) ? text : text.slice(0, HEAD));
  return controls ? guess(bytes, ['utf-16le', 'utf-16be'], commonness) : ok(asUtf8(bytes, text, commonness));
}
