import type { Rule } from '#core/mend/rule.ts';
import { sameJson } from '#util/same-json.ts';

/** A list of rules before something was done to it and after; `null`: an empty one. */
export type RuleLists = { readonly before: readonly Rule[] | null; readonly after: readonly Rule[] | null };

/** The rules that are others after than before, by their ids. */
export function changedRules({ before, after }: RuleLists): readonly string[] {
  const [was, is] = [byId(before), byId(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => !sameJson(was.get(id) ?? null, is.get(id) ?? null));
}

/** What was done to a list, done to the list as it is now: of the rules that nothing was done to, none is touched. */
export function rulesOnTopOf(now: readonly Rule[], lists: RuleLists): readonly Rule[] {
  const changed = new Set(changedRules(lists));
  const after = byId(lists.after);
  const kept = now.flatMap((rule) => (changed.has(rule.id) ? (after.get(rule.id) ?? []) : rule));
  const come = (lists.after ?? []).filter(({ id }) => changed.has(id) && !now.some((rule) => rule.id === id));
  return come.length === 0 ? kept : [...kept, ...come].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const byId = (rules: readonly Rule[] | null): ReadonlyMap<string, Rule> => new Map((rules ?? []).map((rule) => [rule.id, rule]));
