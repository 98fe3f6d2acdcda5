import type { Encoding } from '#contract/schemas/file.ts';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Every two-byte code of the encoding turned round. Where two codes mean one character, the first is taken. */
function reverseTable(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const made = tables.get(encoding);
  if (made) return made;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  tables.set(encoding, table);
  return table;
}

/** Whether every character of the text can be written in the encoding (in GB18030: with two bytes). */
export function canEncode(text: string, encoding: Encoding): boolean {
  if (encoding !== 'gb18030' && encoding !== 'big5') return true;
  const table = reverseTable(encoding);
  return Array.from(text).every((character) => table.has(character));
}

/** The bytes of a text that can be written in the encoding, without BOM. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = reverseTable(encoding);
  return Uint8Array.from(Array.from(text).flatMap((character) => table.get(character) ?? []));
}
