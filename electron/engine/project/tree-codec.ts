import { hash } from 'node:crypto';
import { deflate, inflate, stored } from '../db/pack.ts';
import type { Tree } from '#core/model/issue.ts';
import { treeFromFirst } from './tree-first-form.ts';
import type { FirstTree } from './tree-first-form.ts';
import { treeFrom, treeText } from './tree-form.ts';
import type { WrittenTree } from './tree-form.ts';

const printOf = (text: string) => hash('sha256', text, 'hex').slice(0, 32); // at one go: half as long as by an object of its own

const A_PAGE = 3_700; // bytes that fit into one page of the database with all else in their row: to make them fewer would write no page less

type Known = { readonly bytes: Uint8Array; readonly tree: Tree; print: string | null };

/**
 * The trees last read or written, latest first: the page someone is at work on is read again for every edit and for the index. Known by the stored bytes
 * themselves, so that what a transaction took back, or what changed on the disk, is never taken for them.
 */
const known: Known[] = [];
const KNOWN = 4;

function keep(one: Known): Known {
  const at = known.indexOf(one);
  if (at >= 0) known.splice(at, 1);
  known.unshift(one);
  known.length = Math.min(known.length, KNOWN);
  return one;
}

/** A tree as it is stored, and its fingerprint. */
export function writeTree({ articles, aside }: Tree): { readonly bytes: Uint8Array; readonly print: string } {
  const tree = { articles, aside };
  const { text, lines } = treeText(tree);
  const plain = Buffer.from(lines, 'utf8');
  const [bytes, print] = [plain.length < A_PAGE ? stored(plain) : deflate(plain), printOf(text)];
  keep({ bytes, tree, print });
  return { bytes, print };
}

/** A fingerprint that two trees share only if they say the same. */
export function treePrint(tree: Tree): string {
  const one = known.find((each) => each.tree.articles === tree.articles && each.tree.aside === tree.aside);
  if (!one) return printOf(treeText(tree).text);
  return (one.print ??= printOf(treeText(tree).text));
}

/** The tree that `writeTree` was given. Throws DamagedError if the bytes changed since. */
export function readTree(bytes: Uint8Array): Tree {
  const one = known.find((each) => each.bytes.length === bytes.length && Buffer.compare(each.bytes, bytes) === 0);
  return keep(one ?? { bytes, tree: parsed(bytes), print: null }).tree;
}

function parsed(bytes: Uint8Array): Tree {
  const text = inflate(bytes).toString('utf8');
  const written = JSON.parse(text) as FirstTree | WrittenTree;
  return written[0] === 1 ? treeFromFirst(written) : treeFrom(written, text);
}
