import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '#contract/schemas/file.ts';
import { loadCommonness } from './commonness.ts';
import { decodeBytes } from './decode.ts';
import { decodePage, hintsAgain } from './decode-page.ts';
import { RESOURCES, pageText } from './testing/fixture.ts';
import { encode } from './testing/legacy-encoder.ts';

const commonness = loadCommonness(RESOURCES);
const decode = (bytes: Uint8Array, name = 'page.xml', byPerson: Encoding | null = null) => decodePage(bytes, name, byPerson, commonness);
const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../shared/core/parse/layout/fixtures', name), 'utf8');

const TEXT = '城南菜场昨天重新开张，摊主们说，水管修好了。';
const alto = (encoding: string, text = TEXT) => `<?xml version="1.0" encoding="${encoding}"?>\n<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT="${text}"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;
const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);

describe('a layout file in any encoding that it declares or shows', () => {
  it.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', Buffer.from(alto('UTF-8')), 'utf-8'],
    ['UTF-8 with a mark', Buffer.concat([BOM, Buffer.from(alto('utf-8'))]), 'utf-8'],
    ['GB2312', encode(alto('GB2312'), 'gb18030'), 'gb18030'],
    ['GB18030', encode(alto('gb18030'), 'gb18030'), 'gb18030'],
    ['Big5', encode(alto('Big5', '城南菜場昨天重新開張'), 'big5'), 'big5'],
    ['UTF-16 with a mark', Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(alto('UTF-16'), 'utf16le')]), 'utf-16le'],
    ['UTF-16 without one', Buffer.from(alto('UTF-16'), 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from(alto('UTF-16'), 'utf16le').swap16(), 'utf-16be'],
    ['UTF-8 that says it is GBK', Buffer.from(alto('GBK')), 'utf-8'],
    ['an encoding that Stet does not know, in ASCII', Buffer.from(alto('ISO-8859-15', 'no news')), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ ok: true, value: { encoding, candidates: [encoding], hints: [{ from: 0 }] } });
    expect(decoded.ok && decoded.value.origin).not.toBe('guessed');
    if (decoded.ok) expect(hintsAgain(bytes, encoding, decoded.value.text)).toEqual(decoded.value.hints);
  });

  it('or that a person names', () => {
    expect(decode(encode(alto('utf-8'), 'gb18030'), 'page.xml', 'gb18030')).toMatchObject({ ok: true, value: { text: `${TEXT}\n`, origin: 'person' } });
  });

  it('whatever it is called', () => {
    for (const name of ['south-town.alto.xml', 'vertical.page.xml', 'market.hocr.html']) {
      expect(decode(Buffer.from(fixture(name)), 'page.txt')).toMatchObject({ ok: true, value: { text: fixture(`${name}.txt`), origin: 'valid' } });
    }
  });
});

describe('what is none', () => {
  it('stays the text it is, unless its name says that it is markup', () => {
    for (const text of [pageText(1), `<城南日报>\n${pageText(1)}`, '<?xml version="1.0"?>\n<mets/>', '', ' <']) {
      const bytes = Buffer.from(text);
      expect(decode(bytes, 'page.txt')).toEqual({ ok: true, value: { ...(decodeBytes(bytes, null, commonness) as { readonly value: object }).value, hints: null } });
    }
    for (const text of [pageText(1), '<?xml version="1.0"?>\n<mets/>', '<!DOCTYPE html><html><p>城南</p></html>']) expect(decode(Buffer.from(text), 'page.html')).toEqual({ ok: false, error: 'not-a-page' });
  });

  it('is told what is wrong with it', () => {
    expect(decode(Buffer.from(alto('utf-8').slice(0, -9)))).toEqual({ ok: false, error: 'malformed' });
    expect(decode(Buffer.from('<alto xmlns="http://www.loc.gov/standards/alto/ns-v7#"/>'))).toEqual({ ok: false, error: 'other-version' });
    expect(decode(Buffer.from(''))).toMatchObject({ ok: true, value: { text: '' } });
  });

  it('has no hints when it is split again', () => {
    const bytes = Buffer.from(alto('utf-8'));
    expect(hintsAgain(bytes, 'utf-8', 'another text')).toEqual([]);
    expect(hintsAgain(encode(TEXT, 'gb18030'), 'gb18030', TEXT)).toEqual([]);
  });
});
