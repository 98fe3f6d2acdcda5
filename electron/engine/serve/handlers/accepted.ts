import type { AppError } from '#contract/app-error.ts';
import { ACCEPTED_SCOPES } from '#contract/schemas/accepted.ts';
import type { AcceptedScope, AcceptedWording } from '#contract/schemas/accepted.ts';
import { acceptedKey, tidyAccepted } from '#core/checks/accepted.ts';
import { fail, ok } from '#util/result.ts';
import type { Result } from '#util/result.ts';
import type { ListedWording } from '../../accepted/accepted-table.ts';
import { MOST_ACCEPTED, acceptedRows, countAccepted } from '../../project/accepted.ts';
import { decide } from '../../project/decide.ts';
import type { AcceptedChange } from '../../project/deed.ts';
import { PROJECT } from '../../project/journal.ts';
import { removeRules } from '../../project/decide-rules.ts';
import { editorOf } from '../../project/settings.ts';
import type { Store } from '../../project/store.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

// What reads and writes tables is loaded when the first file is chosen.
const files = () => import('../../accepted/list-files.ts');

const SAMPLE = 60; // new wordings that are shown before they are taken in

type Read = { readonly come: readonly ListedWording[]; readonly same: number; readonly unusable: number };

/** What a chosen file would bring into a list: the wordings that are new to it, how many are not, and how many lines say nothing that can be accepted. */
async function readGranted(store: Store, grants: ReadonlyMap<string, string>, { grant, scope }: { readonly grant: string; readonly scope: AcceptedScope }): Promise<Result<Read, AppError>> {
  const path = grants.get(grant);
  if (path === undefined) return fail({ code: 'grant-unknown' });
  const read = await (await files()).loadList(path);
  if (!read.ok) return read;
  const known = new Set(acceptedRows(store).filter((row) => row.scope === scope).map(acceptedKey));
  const come = [...new Map(read.value.rows.map((row) => [acceptedKey(row), row])).values()].filter((row) => !known.has(acceptedKey(row)));
  return ok({ come, same: read.value.rows.length - come.length, unusable: read.value.refused });
}

const labelOf = (added: number, removed: number) => (removed === 0 ? 'accept-wording' : added === 0 ? 'remove-wording' : 'change-wording');

/** Why wordings cannot be put into their lists; null where they can. */
function refusal(store: Store, add: readonly AcceptedWording[]): AppError | null {
  if (add.some(({ text }) => tidyAccepted(text) !== text)) return { code: 'bad-request', where: 'accepted.text' };
  for (const scope of ACCEPTED_SCOPES) {
    const more = add.filter((one) => one.scope === scope).length;
    if (more > 0 && scope === 'everywhere' && !store.everywhere.isKept) return { code: 'bad-request', where: 'accepted.scope' };
    if (more > 0 && countAccepted(store, scope) + more > MOST_ACCEPTED) return { code: 'list-full', most: MOST_ACCEPTED };
  }
  return null;
}

export const acceptedHandlers: HandlersOf<CallsOf<'accepted'>> = {
  'accepted.list': (_request, { store, quieting }) => {
    quieting.touched(); // the list of what is accepted everywhere may have been changed by another project
    return ok({ rows: acceptedRows(store), everywhere: store.everywhere.isKept });
  },

  'accepted.places': (_request, { indexer, quieting }) => {
    indexer.catchUp();
    return ok({ places: [...quieting.places()], counting: quieting.isCounting });
  },

  'accepted.change': ({ once, remove, add, rules = [] }, { store }) => {
    const refused = refusal(store, add);
    if (refused) return fail(refused);
    return decide(store, { once, label: rules.length > 0 ? 'settle-anew' : labelOf(add.length, remove.length) }, true, (deciding) => {
      if (!removeRules(deciding, rules)) return fail({ code: 'no-such-rule' });
      const by = { who: editorOf(store), at: deciding.tx.at };
      for (const scope of ACCEPTED_SCOPES) {
        const of = (wordings: readonly AcceptedWording[]) => wordings.filter((one) => one.scope === scope);
        const changes = new Map<string, AcceptedChange>();
        for (const { check, text } of of(remove)) changes.set(acceptedKey({ check, text }), { check, text, by: null });
        for (const { check, text } of of(add)) changes.set(acceptedKey({ check, text }), { check, text, by });
        if (changes.size > 0) deciding.set(PROJECT, { kind: 'accepted', scope, before: [], after: [...changes.values()] });
      }
      return ok(null);
    });
  },

  'accepted.importFile': async ({ once, grant, scope }, { store, grants }) => {
    const read = await readGranted(store, grants, { grant, scope });
    if (!read.ok) return read;
    const { come, same, unusable } = read.value;
    const refused = refusal(store, come.map(({ check, text }) => ({ scope, check, text })));
    if (refused) return fail(refused);
    return decide(store, { once, label: 'import-wordings' }, true, (deciding) => {
      const mine = { who: editorOf(store), at: deciding.tx.at };
      const after = come.map(({ check, text, who, at }): AcceptedChange => ({ check, text, by: who === '' ? mine : { who, at } }));
      if (after.length > 0) deciding.set(PROJECT, { kind: 'accepted', scope, before: [], after });
      return ok({ added: come.length, same, refused: unusable });
    });
  },

  'accepted.tryImport': async (asked, { store, grants }) => {
    const read = await readGranted(store, grants, asked);
    if (!read.ok) return read;
    const { come, same, unusable } = read.value;
    return ok({ added: come.length, same, refused: unusable, sample: come.slice(0, SAMPLE).map(({ check, text }) => ({ check, text })) });
  },

  'accepted.exportFile': async ({ grant, scope }, { store, grants, folder }) => {
    const path = grants.get(grant);
    if (path === undefined) return fail({ code: 'grant-unknown' });
    const rows = acceptedRows(store).filter((row) => scope === null || row.scope === scope);
    const wordings = [...new Map(rows.toReversed().map((row) => [acceptedKey(row), row])).values()]; // one that is in both lists stands once
    return (await files()).saveList(path, folder, wordings);
  },
};
