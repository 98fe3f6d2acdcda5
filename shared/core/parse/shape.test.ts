import { describe, expect, it } from 'vitest';
import { type Ending, shapeOf } from './shape.ts';
import { dangles, openingOf } from './wording.ts';

describe('shapeOf', () => {
  it.each<[string, Ending]>([
    ['渡口今天通航。', 'final'],
    ['“渡口今天通航。”', 'final-quoted'],
    ['渡口迎来“新船”', 'quoted'],
    ['渡口通航（图）', 'bracketed'],
    ['渡口通航，', 'pause'],
    ['清河渡口——', 'dash'],
    ['他说：', 'colon'],
    ['他说：“', 'open'],
    ['老船工提议在', 'han'],
    ['新船名为EMS', 'latin'],
    ['河清了……', 'final'],
  ])('%s ends %s', (text, ending) => {
    expect(shapeOf(text).ending).toBe(ending);
  });

  it('counts width in full-width characters, surrogate pairs once, blanks not at all', () => {
    expect(shapeOf('清河 渡口').width).toBe(4);
    expect(shapeOf('2024年').width).toBe(3);
    expect(shapeOf('𠮷野').width).toBe(2);
  });

  it('counts blanks between Chinese characters, several as one', () => {
    expect(['清河 渡口', ' 清 \u3000河渡 口', '清 Stet 河', '清。 河', '清河 ', '𠮷 野'].map((text) => shapeOf(text).spaces)).toEqual([1, 2, 0, 0, 0, 1]);
  });

  it('knows what is left open and what was never opened', () => {
    expect(shapeOf('他说“河清了')).toMatchObject({ unclosed: true, unopened: false });
    expect(shapeOf('河清了”他说')).toMatchObject({ unclosed: false, unopened: true });
    expect(shapeOf('『河清了』他说（笑）')).toMatchObject({ unclosed: false, unopened: false });
  });

  it('gives lines of the same build the same skeleton', () => {
    expect(shapeOf('修堤岸：河边更稳').skeleton).toBe(shapeOf('添新船：过渡更快').skeleton);
    expect(shapeOf('修堤岸：河边更稳').skeleton).not.toBe(shapeOf('修堤岸，河边更稳').skeleton);
  });
});

describe('wording', () => {
  it.each([
    ['近日，渡口通航', 'opener'],
    ['“河清了', 'opener'],
    ['的老船工', 'bound'],
    ['们都来了', 'bound'],
    ['渡口通航', 'neither'],
  ])('%s opens as %s', (text, opening) => {
    expect(openingOf(text)).toBe(opening);
  });

  it('knows a word that wants another', () => {
    expect(dangles('老船工提议在')).toBe(true);
    expect(dangles('老船工和')).toBe(true);
    expect(dangles('渡口通航')).toBe(false);
  });
});
