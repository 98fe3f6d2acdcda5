import { describe, expect, it } from 'vitest';
import en from '#resources/strings/en.json' with { type: 'json' };
import zhHans from '#resources/strings/zh-Hans.json' with { type: 'json' };
import { paramNames, parse } from './parse.ts';
import { fill } from './fill.ts';
import { createTranslator, isStringKey } from './translate.ts';

const files: readonly (readonly [string, Readonly<Record<string, string>>])[] = [['en', en], ['zh-Hans', zhHans]];
const english: Readonly<Record<string, string>> = en;
const keys = Object.keys(en);

describe('the string files', () => {
  it('hold sentences', () => expect(keys.length).toBeGreaterThan(40));

  it.each(files)('%s has the keys of English, sorted', (_, texts) => {
    expect(Object.keys(texts)).toEqual([...keys].sort());
  });

  it.each(files)('%s can be read and asks for the params English asks for', (_, texts) => {
    for (const [key, text] of Object.entries(texts)) {
      expect(text, key).not.toBe('');
      expect(paramNames(text), key).toEqual(paramNames(english[key] ?? ''));
    }
  });

  it('has only the plural form Chinese knows, beside exact numbers', () => {
    const forms = Object.values(zhHans).flatMap((text) => parse(text).flatMap((part) => (part.kind === 'plural' ? [...part.forms.keys()] : [])));
    expect(new Set(forms.filter((name) => !name.startsWith('=')))).toEqual(new Set(['other']));
  });
});

describe('fill', () => {
  const pages = '{count, plural, =0 {no page} one {# page} other {# pages}} in {folder}';
  it.each([
    ['en', pages, { count: 0, folder: 'a' }, 'no page in a'],
    ['en', pages, { count: 1, folder: 'a' }, '1 page in a'],
    ['en', pages, { count: 1204, folder: 'a' }, '1,204 pages in a'],
    ['zh-Hans', '{folder}：{count, plural, other {# 个版面}}', { count: 1, folder: '甲' }, '甲：1 个版面'],
    ['en', 'a # stands for itself outside a plural', {}, 'a # stands for itself outside a plural'],
    ['en', '{n}', { n: 12345.5 }, '12,345.5'],
    ['en', '{name}', { name: '{count} # $&' }, '{count} # $&'], // what is put in is never read as a sentence
  ])('%s: %s', (language, sentence, params, text) => {
    const refuse = (name: string): never => expect.fail(`asked for ${name}`);
    expect(fill(sentence, params, language, refuse)).toBe(text);
  });

  it.each(['{', 'a}', '{count, plural, one {# page}}', '{count, plural, other {# pages}', '{a b}'])('refuses %s', (sentence) => {
    expect(() => parse(sentence)).toThrow();
  });
});

describe('createTranslator', () => {
  it('says the sentence in the language asked for', () => {
    expect(createTranslator('en')('menu.file')).toBe('File');
    expect(createTranslator('zh-Hans')('menu.file')).toBe('文件');
    expect(createTranslator('en')('error.bug', { id: 'a1b2' })).toContain('a1b2');
  });

  it('throws for a param that is not given, or tells who asked to be told', () => {
    expect(() => createTranslator('en')('error.bug')).toThrow('error.bug: id');
    const heard: string[] = [];
    expect(createTranslator('en', (what) => heard.push(what))('error.bug')).toContain('{id}');
    expect(heard).toEqual(['error.bug: id']);
  });

  it('knows a key from another text', () => {
    expect(isStringKey('error.disk-full')).toBe(true);
    expect(isStringKey('error.none')).toBe(false);
    expect(isStringKey('toString')).toBe(false);
  });
});
