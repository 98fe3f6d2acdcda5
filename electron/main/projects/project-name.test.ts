import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectFolderName, projectName } from './project-name.ts';

describe('projectName', () => {
  it.each([
    ['2024', '2024'],
    ['清河晚报', '清河晚报'],
    ['a/b\\c:d*e', 'a b c d e'],
    ['  .hidden. ', 'hidden'],
    ['line\nbreak\u0000\u202E', 'line break'],
    ['', 'Project'],
    ['..', 'Project'],
    ['CON', 'Project CON'],
    ['lpt1', 'Project lpt1'],
    ['console', 'console'],
    ['\uD800x', '\uFFFDx'],
    ['字'.repeat(300), '字'.repeat(80)],
  ])('%j is %j', (folder, name) => expect(projectName(folder)).toBe(name));

  it('is a file name on every system, whatever the folder is called', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 9999 }), (folder, n) => {
        const name = projectFolderName(projectName(folder), n);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]|^[\s.]|[\s.]$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect([...projectName(folder)].length).toBeGreaterThan(0);
      }),
    );
  });

  it('numbers from the second', () => {
    expect([1, 2, 10].map((n) => projectFolderName('a', n))).toEqual(['a.stet', 'a 2.stet', 'a 10.stet']);
  });
});
