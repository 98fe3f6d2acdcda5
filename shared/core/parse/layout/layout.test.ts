import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hintsOf } from '../hints.ts';
import { parseBlocks } from '../blocks.ts';
import { readLayout } from './layout.ts';
import type { LayoutText } from './layout.ts';

const folder = join(import.meta.dirname, 'fixtures');
const fixture = (name: string) => readFileSync(join(folder, name), 'utf8');

function read(text: string): LayoutText {
  const result = readLayout(text);
  if (!result.ok || typeof result.value === 'string') throw new Error(`no page: ${JSON.stringify(result)}`);
  return result.value;
}
const textOf = (text: string) => read(text).text;

describe('each file of the fixtures reads as the text beside it', () => {
  const names = readdirSync(folder).filter((name) => !name.endsWith('.txt'));
  it('of every format', () => expect(names.length).toBeGreaterThan(2));
  it.each(names)('%s', (name) => expect(textOf(fixture(name))).toBe(fixture(`${name}.txt`)));
});

test('every block has its hint: type in parts of the usual, place in parts of the width', () => {
  const { text, hints } = read(fixture('south-town.alto.xml'));
  expect(hintsOf(parseBlocks(text), hints)).toEqual(hints);
  expect(hints.map(({ size, begin, end }) => [size, begin, end])).toEqual([[2.8, 0.05, 0.45], [1, 0.05, 0.45], [1, 0.05, 0.45], [1, 0.5, 0.7]]);
  expect(read(fixture('vertical.page.xml')).hints.map(({ size }) => size)).toEqual([2, 1, 1, 0.8, null]);
});

const alto = (body: string, namespace = ' xmlns="http://www.loc.gov/standards/alto/ns-v4#"') => `<alto${namespace}><Layout><Page WIDTH="100"><PrintSpace>${body}</PrintSpace></Page></Layout></alto>`;
const block = (id: string, lines: readonly string[], rest = '') => `<TextBlock ID="${id}"${rest}>${lines.map((line) => `<TextLine>${line}</TextLine>`).join('')}</TextBlock>`;
const word = (content: string) => `<String CONTENT="${content}"/>`;

describe('ALTO', () => {
  it.each(['', ' xmlns="http://www.loc.gov/standards/alto/ns-v2#"', ' xmlns="http://www.loc.gov/standards/alto/ns-v4#"', ' xmlns="http://schema.ccs-gmbh.com/ALTO"'])('of namespace%s', (namespace) => {
    expect(textOf(alto(block('a', [word('城南')]), namespace))).toBe('城南\n');
  });

  it.each([
    ['of a later version', alto('', ' xmlns="http://www.loc.gov/standards/alto/ns-v9#"')],
    ['PAGE of a year to come', '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2031-01-01"/>'],
  ])('%s is not guessed at', (_, text) => expect(readLayout(text)).toEqual({ ok: false, error: 'other-version' }));

  it('by its reading order, which may name what blocks lie in', () => {
    const body = `<ComposedBlock ID="C">${block('a', [word('一')])}${block('b', [word('二')])}</ComposedBlock>${block('c', [word('三')])}${block('d', [word('四')])}`;
    const order = '<ReadingOrder><OrderedGroup ID="g"><ElementRef REF="d"/><UnorderedGroup ID="u"><ElementRef REF="C"/></UnorderedGroup></OrderedGroup></ReadingOrder>';
    expect(textOf(alto(body).replace('<Layout>', `${order}<Layout>`))).toBe('四\n\n一\n\n二\n\n三\n');
  });

  it('by what each block names as the next, a ring included', () => {
    expect(textOf(alto(block('a', [word('一')], ' IDNEXT="c"') + block('b', [word('二')]) + block('c', [word('三')])))).toBe('一\n\n三\n\n二\n');
    expect(textOf(alto(block('a', [word('一')], ' IDNEXT="b"') + block('b', [word('二')], ' IDNEXT="a"')))).toBe('一\n\n二\n');
  });

  it('parts words as it says, and never between Chinese characters', () => {
    expect(textOf(alto(block('a', ['<String CONTENT="a"/><String CONTENT="b"/><SP/><String CONTENT="c"/>'])))).toBe('ab c\n');
    expect(textOf(alto(block('a', ['<String CONTENT="a"/><String CONTENT="b"/>'])))).toBe('a b\n');
    expect(textOf(alto(block('a', ['<String CONTENT="城"/><SP/><String CONTENT="南"/>'])))).toBe('城南\n');
  });

  it('half a word without its other half stays as printed', () => {
    const half = '<String CONTENT="note" SUBS_TYPE="HypPart1" SUBS_CONTENT="notebook"/><HYP CONTENT="-"/>';
    expect(textOf(alto(block('a', [half, word('other')])))).toBe('note-\nother\n');
    expect(textOf(alto(block('a', [half])))).toBe('note-\n');
  });
});

const page = (body: string) => `<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Page imageWidth="100">${body}</Page></PcGts>`;
const unicode = (text: string, index = '') => `<TextEquiv${index}><Unicode>${text}</Unicode></TextEquiv>`;

describe('PAGE', () => {
  it('a region without lines, or with empty ones, has the text said of it; its lines stay lines', () => {
    expect(textOf(page(`<TextRegion id="a"><TextLine id="l">${unicode('')}</TextLine>${unicode('城南\n城北')}</TextRegion>`))).toBe('城南\n城北\n');
  });

  it('of several readings that of the lowest index, of those without one the first', () => {
    expect(textOf(page(`<TextRegion id="a"><TextLine>${unicode('乙', ' index="2"')}${unicode('甲', ' index="1"')}</TextLine></TextRegion>`))).toBe('甲\n');
    expect(textOf(page(`<TextRegion id="a"><TextLine>${unicode('甲')}${unicode('乙')}</TextLine></TextRegion>`))).toBe('甲\n');
  });

  it('regions in regions, and a group that is a region itself', () => {
    const body = `<TextRegion id="a">${unicode('一')}<TextRegion id="b">${unicode('二')}</TextRegion></TextRegion><TextRegion id="c">${unicode('三')}</TextRegion>`;
    expect(textOf(page(body))).toBe('一\n\n二\n\n三\n');
    const order = '<ReadingOrder><OrderedGroup id="g"><OrderedGroupIndexed id="h" index="1" regionRef="a"><RegionRefIndexed index="0" regionRef="b"/></OrderedGroupIndexed><RegionRefIndexed index="0" regionRef="c"/></OrderedGroup></ReadingOrder>';
    expect(textOf(page(order + body))).toBe('三\n\n一\n\n二\n');
  });
});

describe('what is no page, or broken, is said and never thrown', () => {
  it.each([
    ['plain text', '城南\n\n城北', 'text'],
    ['text in an angle bracket', '<城南日报>\n\n城北', 'text'],
    ['text that begins with a blank line and a bracket', '\n<br>城北', 'text'],
    ['another document', '<?xml version="1.0"?><mets xmlns="http://www.loc.gov/METS/"/>', 'other-markup'],
    ['a web page', '<!DOCTYPE html><html><body><p>城南</p></body></html>', 'other-markup'],
  ])('%s', (_, text, says) => expect(readLayout(text)).toEqual({ ok: true, value: says }));

  const bomb = `<!DOCTYPE alto [<!ENTITY a "城城城城城城城城城城">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
  it.each([
    ['cut off', alto(block('a', [word('城南')])).slice(0, -20)],
    ['tags that cross', alto('<TextBlock><TextLine></TextBlock></TextLine>')],
    ['entities that grow', `<?xml version="1.0"?>${bomb}${alto(block('a', [word('&j;')]))}`],
    ['an entity that names a file', `<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/hostname">]>${alto(block('a', [word('&x;')]))}`],
    ['nested beyond all measure', `<alto>${'<ComposedBlock>'.repeat(100_000)}${'</ComposedBlock>'.repeat(100_000)}</alto>`],
    ['hOCR with a tag in a tag', '<html><body><div class="ocr_page"><span class="ocr_line" <b>城</span></div></body></html>'],
  ])('%s', (_, text) => expect(readLayout(text)).toEqual({ ok: false, error: 'malformed' }));

  it('a page without text is empty', () => {
    expect(read(alto(block('a', [word(' ')]))).text).toBe('');
    expect(read(page('')).hints).toEqual([]);
  });

  it('any text at all, and any fixture with something knocked out of it', () => {
    const pages = readdirSync(folder).filter((name) => !name.endsWith('.txt')).map(fixture);
    fc.assert(fc.property(fc.constantFrom(...pages), fc.nat(), fc.nat(40), fc.string(), (text, at, length, put) => {
      const from = at % text.length;
      readLayout(text.slice(0, from) + put + text.slice(from + length));
    }));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '/', '!', '-', '?', 'alto', 'PcGts', 'html', ' class="ocr_page"', '&', ';', '[', ']', '城', '\n') }), (text) => void readLayout(text)));
  });
});
