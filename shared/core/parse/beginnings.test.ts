import { expect, it } from 'vitest';
import { beginningsOf } from './beginnings.ts';

it('lists what a text that matches may begin with', () => {
  const may = beginningsOf(/^(?:[渡“]|口(?=船|[工|岸])|\d{1,4}[年|月]|——|老船(?:工|夫))/);
  const listed = [...may].flatMap((each, unit) => (each === 1 ? [String.fromCharCode(unit)] : []));
  expect(listed.join('')).toBe([...'渡“口0123456789—老'].sort().join(''));
});

it('reads a pattern written in ASCII as the same in characters', () => {
  expect(beginningsOf(new RegExp('^(?:[\\u6e21\\u201C]|\\u53e3(?=\\u8239)|\\xb7|\\d)'))).toEqual(beginningsOf(/^(?:[渡“]|口(?=船)|·|\d)/));
});
