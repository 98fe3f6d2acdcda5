import { expect, test } from 'vitest';
import { placesOf, productSources, projectFiles, read } from './support/files.ts';

/** Every way a text could become markup or a program. */
const DANGERS =
  /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|\beval\(|new Function\(|javascript:|setAttributeNS?\(\s*['"]on/g;

test('no source turns text into HTML or code', () => {
  const sources = productSources();
  expect(sources.length).toBeGreaterThan(80);
  expect(sources.some((path) => path.endsWith('.tsx'))).toBe(true);
  expect(placesOf(DANGERS, sources)).toEqual([]);
});

test('the pattern finds what it looks for', () => {
  const samples = ['a.innerHTML = text', '<p dangerouslySetInnerHTML={x} />', 'eval(text)', 'new Function("x")', 'document.write(x)'];
  expect(samples.filter((sample) => sample.search(DANGERS) === -1)).toEqual([]);
});

test('the page holds no inline script, style or handler', () => {
  const pages = projectFiles().filter((path) => /^renderer\/.*\.html$/.test(path));
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    expect(read(page)).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
  }
});
