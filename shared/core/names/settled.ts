import type { Rule } from '../mend/rule.ts';

/** What was said of two spellings: they are different names, each right as it is, or one, of which a standing rule has one spelling. */
export type Settled = { readonly as: 'different' } | { readonly as: 'same'; readonly rule: string };

const DIFFERENT: Settled = { as: 'different' };

/** What was said of any two names, by what is accepted as it is and by the rules that are on. */
export function settledBy(accepted: ReadonlySet<string>, rules: readonly Pick<Rule, 'id' | 'read' | 'put' | 'on'>[]): (one: string, other: string) => Settled | null {
  const ofRules = new Map(rules.flatMap(({ id, read, put, on }): readonly [string, Settled][] => (on ? [[`${read} ${put}`, { as: 'same', rule: id }]] : [])));
  return (one, other) => ofRules.get(`${one} ${other}`) ?? ofRules.get(`${other} ${one}`) ?? (accepted.has(one) && accepted.has(other) ? DIFFERENT : null);
}
