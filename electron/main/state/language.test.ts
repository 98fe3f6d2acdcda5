import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { nativeSourceOf, themeOf } from './theme.ts';

describe('languageOf', () => {
  it.each([
    ['system', ['zh-CN'], 'zh-Hans'],
    ['system', ['zh_Hans_CN', 'en'], 'zh-Hans'],
    ['system', ['ZH-TW'], 'zh-Hans'],
    ['system', ['en-GB', 'zh-CN'], 'en'],
    ['system', ['de-DE', 'zh-CN'], 'zh-Hans'],
    ['system', ['de'], 'en'],
    ['system', ['c'], 'en'],
    ['system', [], 'en'],
    ['zh-Hans', ['en'], 'zh-Hans'],
    ['en', ['zh-CN'], 'en'],
  ] as const)('%s on a system of %j', (setting, system, language) => expect(languageOf(setting, system)).toBe(language));
});

describe('themeOf', () => {
  it.each([
    ['system', { dark: false, highContrast: false }, 'light'],
    ['system', { dark: true, highContrast: false }, 'dark'],
    ['system', { dark: true, highContrast: true }, 'contrast'],
    ['light', { dark: true, highContrast: true }, 'light'],
    ['contrast', { dark: false, highContrast: false }, 'contrast'],
  ] as const)('%s on %j', (setting, system, theme) => expect(themeOf(setting, system)).toBe(theme));

  it('leaves light or dark to the system where high contrast was chosen', () => {
    expect((['system', 'light', 'dark', 'contrast'] as const).map(nativeSourceOf)).toEqual(['system', 'light', 'dark', 'system']);
  });
});
