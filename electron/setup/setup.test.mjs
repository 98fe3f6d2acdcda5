import { describe, expect, test } from 'vitest';
import { reasonOf } from './electron-runtime.mjs';
import { placeOf } from './fallback-runtime.mjs';
import { isUpToDate } from './packages.mjs';
import { packagesFor } from './system-libraries.mjs';

describe('whether the installed packages are the locked ones', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/b-win32': { version: '1.0.0', optional: true },
  };
  test.each([
    ['yes, though another platform’s are missing', { 'node_modules/a': { version: '1.0.0', integrity: 'x' } }, true],
    ['no: one is missing', {}, false],
    ['no: one has another version', { 'node_modules/a': { version: '1.0.1', integrity: 'x' } }, false],
    ['no: one has another content', { 'node_modules/a': { version: '1.0.0', integrity: 'y' } }, false],
    [
      'no: there is one too many',
      { 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/c': { version: '1.0.0' } },
      false,
    ],
  ])('%s', (_what, there, answer) => {
    expect(isUpToDate(locked, there)).toBe(answer);
  });
});

describe('why Electron could not be downloaded', () => {
  const failed = (/** @type {string} */ output) => ({ code: 1, output, timedOut: false });
  test.each([
    ['TypeError: fetch failed\n    at node:internal', '22.12.0', /did not give it \(fetch failed\)/],
    ['Error: getaddrinfo ENOTFOUND github.com', '20.19.0', /did not give it \(ENOTFOUND\)/],
    ['HTTPError: Response code 404 (Not Found) for x\n    at y', '20.19.0', /did not give it \(HTTPError: Response code 404/],
    ["SyntaxError: Unexpected token 'with'", '20.19.0', /wants Node 22\.12, this is 20\.19\.0; it said: SyntaxError/],
    ['Error: Checksum mismatch\n    at x', '24.0.0', /its downloader said: Error: Checksum mismatch/],
  ])('%s on Node %s', (output, node, reason) => {
    expect(reasonOf(failed(output), node)).toMatch(reason);
  });
  test('it took too long', () => {
    expect(reasonOf({ code: null, output: '', timedOut: true })).toMatch(/no answer within \d+ minutes/);
  });
});

describe('the fallback runtime', () => {
  test.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/zh-CN.pak', 'locales/zh-CN.pak'],
    ['Cypress/resources/', 'resources/'],
    ['Cypress/resources/app/index.js', undefined],
    ['Cypress/resources/app.asar', undefined],
    ['Cypress/resources/app-update.yml', undefined],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['Other/x', undefined],
  ])('%s goes to %s', (name, place) => {
    expect(placeOf(name)).toBe(place);
  });
});

describe('missing system libraries', () => {
  test('are named by their Debian packages', () => {
    const ldd = '\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibgbm.so.1 => not found\n';
    expect(packagesFor(ldd)).toEqual(['libgtk-3-0', 'libgbm1']);
  });
  test('nothing is missing where all is found', () => {
    expect(packagesFor('\tlibc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([]);
  });
  test('one that nobody knows is told by its own name', () => {
    expect(() => packagesFor('\tlibnew.so.9 => not found\n')).toThrow('libnew.so.9');
  });
});
