import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS } from '#contract/schemas/file.ts';
import type { Encoding } from '#contract/schemas/file.ts';
import { loadCommonness } from './commonness.ts';
import { decodeBytes } from './decode.ts';
import { strictDecode } from './strict-decode.ts';
import { RESOURCES } from './testing/fixture.ts';
import { canEncode, encode } from './testing/legacy-encoder.ts';
import { randomFrom, wordPages } from './testing/word-pages.ts';

const commonness = loadCommonness(RESOURCES);
const decode = (bytes: Uint8Array, byPerson: Encoding | null = null) => decodeBytes(bytes, byPerson, commonness);

const SIMPLIFIED = '城南菜场昨天重新开张，摊主们说，水管修好了，灯也亮了。图书馆的少年阅览室从下周起晚上也开放。';
const TRADITIONAL = '城南菜場昨天重新開張，攤主們說，水管修好了，燈也亮了。圖書館的少年閱覽室從下週起晚上也開放。';
const LEGACY = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

describe('what decides', () => {
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const)('a byte order mark: %s', (encoding, mark) => {
    expect(decode(Buffer.concat([Uint8Array.from(mark), encode(SIMPLIFIED, encoding)]))).toEqual({
      ok: true, value: { text: SIMPLIFIED, encoding, origin: 'bom', candidates: [encoding] },
    });
  });

  it('valid UTF-8, with nothing taken out but the mark', () => {
    expect(decode(Buffer.from(SIMPLIFIED))).toEqual({ ok: true, value: { text: SIMPLIFIED, encoding: 'utf-8', origin: 'valid', candidates: ['utf-8'] } });
    const odd = 'a\0b\u200B\uFEFFc\u202E\r\n\u2028𠮷e\u0301';
    expect(decode(Buffer.from(odd))).toMatchObject({ ok: true, value: { text: odd } });
  });

  it.each(LEGACY)('how common the characters are: %s', (encoding) => {
    for (const text of [SIMPLIFIED, TRADITIONAL].filter((each) => canEncode(each, encoding))) {
      expect(decode(encode(text, encoding))).toEqual({ ok: true, value: { text, encoding, origin: 'guessed', candidates: [encoding] } });
    }
  });

  it('a person, against everything else', () => {
    expect(decode(Buffer.from('城南'), 'gb18030')).toMatchObject({ ok: true, value: { encoding: 'gb18030', origin: 'person' } });
    expect(decode(encode(SIMPLIFIED, 'gb18030'), 'utf-8')).toEqual({ ok: false, error: 'undecodable' });
  });

  it('Latin text in UTF-16 without a mark, which is also valid UTF-8', () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      expect(decode(encode('Hello, world\n', encoding))).toMatchObject({ ok: true, value: { text: 'Hello, world\n', encoding } });
    }
  });
});

describe('what is no text', () => {
  it.each<[string, Uint8Array, string]>([
    ['only NULs', new Uint8Array(64), 'binary'],
    ['a few NULs in a text', Buffer.from(`${SIMPLIFIED}\0\0`), 'utf-8'],
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'binary'],
    ['a zip', Buffer.from('504b030414000600', 'hex'), 'binary'],
    ['numbers in a row', Uint8Array.from({ length: 4096 }, (_, i) => i % 256), 'binary'],
    ['UTF-8 cut in a character', Buffer.from(SIMPLIFIED).subarray(0, -1), 'undecodable'],
    ['UTF-8 with a bad byte', Buffer.concat([Buffer.from(SIMPLIFIED), Uint8Array.of(0xa1), Buffer.from(SIMPLIFIED)]), 'undecodable'],
    ['an overlong form', Buffer.concat([Buffer.from(SIMPLIFIED), Uint8Array.of(0xc0, 0xaf)]), 'undecodable'],
    ['a lone surrogate after a mark', Buffer.from('fffe3dd84100', 'hex'), 'undecodable'],
    ['UTF-16 of odd length after a mark', Buffer.from('fffe2d4e00', 'hex'), 'undecodable'],
  ])('%s', (_, bytes, expected) => {
    const decoded = decode(bytes);
    expect(decoded.ok ? decoded.value.encoding : decoded.error).toBe(expected);
  });

  it('is a question of every byte string: never a throw, never a replacement character that was not there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decode(bytes);
        if (!decoded.ok) return;
        const { text, encoding, candidates } = decoded.value;
        expect(candidates[0]).toBe(encoding);
        expect(text).toBe(strictDecode(bytes, encoding));
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('every character is kept', () => {
  const units = Array.from({ length: 0x10000 }, (_, i) => String.fromCharCode(i)).filter((unit) => unit.isWellFormed());
  it.each(ENCODINGS)('%s: encoding again gives the same bytes', (encoding) => {
    const written = units.filter((unit) => unit !== '\uFEFF' && canEncode(unit, encoding)).join('');
    const bytes = encode(`x${written}`, encoding);
    const text = strictDecode(bytes, encoding);
    expect(text).toBe(`x${written}`);
    expect(Buffer.compare(encode(text ?? '', encoding), bytes)).toBe(0);
  });

  it('of any text in UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (text, encoding) => {
        const bytes = encode(`\uFEFF${text}`, encoding);
        expect(strictDecode(bytes, encoding)).toBe(text);
      }),
    );
  });
});

describe('pages made of dictionary words', () => {
  const pages = (encoding: Encoding, even: boolean, length: number, count: number) => {
    const page = wordPages(encoding, even, randomFrom(length + count));
    return Array.from({ length: count }, () => {
      const text = page(length);
      const decoded = decode(encode(text, encoding));
      return { right: decoded.ok && decoded.value.text === text, asked: decoded.ok && decoded.value.candidates.length > 1 };
    });
  };

  it.each([
    ['gb18030', 1500],
    ['big5', 1500],
    ['utf-16le', 200],
    ['utf-16be', 200],
  ] as const)('%s: %d pages of 200 characters are told right, without asking', (encoding, count) => {
    const found = [...pages(encoding, false, 200, count / 2), ...pages(encoding, true, 200, count / 2)];
    expect(found.filter(({ right, asked }) => !right || asked)).toEqual([]);
  });

  it.each(['gb18030', 'big5'] as const)('%s: of a handful of characters, what is told wrong is always asked about', (encoding) => {
    const found = [2, 3, 4, 6].flatMap((length) => pages(encoding, true, length, 250));
    expect(found.filter(({ right, asked }) => !right && !asked)).toEqual([]);
    expect(found.some(({ right }) => !right)).toBe(true);
  });

  it('does not ask about a short text in UTF-8 that can be nothing else', () => {
    for (const text of ['a', 'test', 'test.', '城南', '第1版', '编者按：']) {
      expect(decode(Buffer.from(text))).toMatchObject({ ok: true, value: { text, candidates: ['utf-8'] } });
    }
  });

  it('asks about two bytes that are a character in several encodings', () => {
    expect(decode(Uint8Array.of(0xc2, 0xa1))).toMatchObject({ ok: true, value: { encoding: 'utf-8', candidates: expect.arrayContaining(['gb18030']) } });
    expect(decode(Uint8Array.of(0xa4, 0xa4))).toMatchObject({ ok: true, value: { candidates: expect.arrayContaining(['gb18030', 'big5']) } });
  });
});
