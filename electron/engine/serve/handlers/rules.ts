import type { PassageId } from '#core/model/ids.ts';
import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { loadIssue } from '../../project/issues.ts';
import { PROJECT } from '../../project/journal.ts';
import { standingRules } from '../../project/rule-due.ts';
import { MOST_RULES, addRule, removeRules } from '../../project/decide-rules.ts';
import { withSeen } from '../../project/settlements.ts';
import { leavesOf, leftPlacesOf, openPlacesOf } from '../../rules/open-places.ts';
import { ruleRows } from '../../rules/rules.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

export const rulesHandlers: HandlersOf<CallsOf<'rules'>> = {
  'rules.list': (_request, { store }) => ok([...ruleRows(store.db)]),

  'rules.save': ({ once, id, rule: draft }, { store }) => {
    return decide(store, { once, label: id === null ? 'add-rule' : 'change-rule' }, true, (deciding) => {
      if (id === null) {
        const made = addRule(deciding, draft);
        return made === null ? fail({ code: 'list-full', most: MOST_RULES }) : ok({ id: made });
      }
      const rules = standingRules(store.db);
      if (!rules.some((each) => each.id === id)) return fail({ code: 'no-such-rule' });
      deciding.set(PROJECT, { kind: 'settings', before: {}, after: { rules: rules.map((rule) => (rule.id === id ? { ...draft, id, who: rule.who, at: rule.at } : rule)) } });
      return ok({ id });
    });
  },

  'rules.places': async ({ id }, { store, index, indexer, search }) => {
    const rule = standingRules(store.db).find((each) => each.id === id);
    if (!rule) return fail({ code: 'no-such-rule' });
    indexer.catchUp();
    return ok(await openPlacesOf({ store, index, search }, rule, new AbortController().signal));
  },

  'rules.left': async ({ id }, { store, index, indexer, search }) => {
    const rule = standingRules(store.db).find((each) => each.id === id);
    if (!rule) return fail({ code: 'no-such-rule' });
    indexer.catchUp();
    return ok([...(await leftPlacesOf({ store, index, search }, rule, new AbortController().signal))]);
  },

  'rules.askAgain': ({ once, id, issue, key }, { store }) => decide(store, { once, label: 'ask-again' }, true, (deciding) => {
    const rule = standingRules(store.db).find((each) => each.id === id);
    if (!rule) return fail({ code: 'no-such-rule' });
    const stored = loadIssue(store, issue);
    if (!stored) return fail({ code: 'no-such-issue' });
    const [passage = '', at = ''] = key.split(':');
    const answers = leavesOf(passage as PassageId, Number(at), rule).map((answer) => ({ ...answer, verdict: null }));
    deciding.set(issue, { kind: 'settle', before: [], after: withSeen(stored.machine(), answers) });
    return ok(null);
  }),

  'rules.remove': ({ once, id }, { store }) => decide(store, { once, label: 'remove-rule' }, true, (deciding) => (removeRules(deciding, [id]) ? ok(null) : fail({ code: 'no-such-rule' }))),
};
