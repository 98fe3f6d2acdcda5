import { DataFactory, Parser, Writer } from 'n3';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import { PREFIXES } from './triples.ts';
import type { Triple } from './triples.ts';
import type { Unreadable } from './unreadable.ts';

/** Writes statements as Turtle. */
export function writeTurtle(triples: readonly Triple[]): string {
  const writer = new Writer({ prefixes: PREFIXES });
  for (const { subject, predicate, object } of triples) {
    writer.addQuad(DataFactory.quad(DataFactory.namedNode(subject), DataFactory.namedNode(predicate), object.kind === 'node' ? DataFactory.namedNode(object.node) : object.lang === '' ? DataFactory.literal(object.text) : DataFactory.literal(object.text, object.lang)));
  }
  let written = '';
  writer.end((_error, text: string) => (written = text)); // calls back before it returns
  return written;
}

/** Reads Turtle or N-Triples. */
export function readTurtle(text: string): Result<readonly Triple[], Unreadable> {
  try {
    return ok(new Parser({ blankNodePrefix: '_:' }).parse(text).map(({ subject, predicate, object }) => ({
      subject: subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value,
      predicate: predicate.value,
      object: object.termType === 'Literal' ? { kind: 'text', text: object.value, lang: object.language } : { kind: 'node', node: object.termType === 'BlankNode' ? `_:${object.value}` : object.value },
      line: null,
    })));
  } catch (error) {
    // What the parser throws is about the text: it has nothing else to do with.
    return fail({ line: lineOf(error), what: 'syntax' });
  }
}

function lineOf(error: unknown): number | null {
  const { context } = error as { readonly context?: { readonly line?: number } };
  return context?.line ?? null;
}
