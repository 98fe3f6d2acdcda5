import { randomUUID } from 'node:crypto';
import type { Names } from '#contract/schemas/project.ts';
import { makesCircle, tidyText } from '#core/topics/exchange.ts';
import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { PROJECT } from '../../project/journal.ts';
import { OWN, listSchemes, ownScheme, ownTopic } from '../../project/topics.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

// Readers and writers of schemes in files are loaded when the first file is chosen.
const importing = () => import('../../project/scheme-import.ts');
const saving = () => import('../../topics/save-scheme.ts');

const isEmpty = (names: Names) => tidyText(names.en) === '' && tidyText(names['zh-Hans']) === '';
const named = (names: Names) => ({ en: tidyText(names.en), zh: tidyText(names['zh-Hans']) });

export const topicsHandlers: HandlersOf<CallsOf<'topics'>> = {
  'topics.list': (_request, { store }) => ok(listSchemes(store.db)),

  'topics.add': ({ once, scheme = OWN, broader = null, labels }, { store }) => {
    if (isEmpty(labels)) return fail({ code: 'bad-request', where: 'topics.add.labels' });
    if (!ownScheme(store.db, scheme)) return fail({ code: 'bad-request', where: 'topics.add.scheme' });
    if (broader !== null && !ownTopic(store.db, scheme, broader)) return fail({ code: 'bad-request', where: 'topics.add.broader' });
    return decide(store, { once, label: 'add-topic' }, true, (deciding) => {
      const id = `${OWN}:${randomUUID()}`;
      deciding.set(PROJECT, { kind: 'topic', scheme, id, before: null, after: { ...named(labels), retired: false, broader, notation: '', noteEn: '', noteZh: '' } });
      return ok({ scheme, id });
    });
  },

  'topics.addScheme': ({ once, title }, { store }) => {
    if (isEmpty(title)) return fail({ code: 'bad-request', where: 'topics.addScheme.title' });
    return decide(store, { once, label: 'add-scheme' }, true, (deciding) => {
      const id = `${OWN}:${randomUUID()}`;
      deciding.set(PROJECT, { kind: 'scheme', id, before: null, after: { ...named(title), retired: false } });
      return ok({ scheme: id });
    });
  },

  'topics.change': ({ once, topic: { scheme, id }, labels, broader, notation, definition, retired }, { store }) => {
    const known = ownTopic(store.db, scheme, id);
    if (!known) return fail({ code: 'bad-request', where: 'topics.change.topic' });
    if (labels && isEmpty(labels)) return fail({ code: 'bad-request', where: 'topics.change.labels' });
    if (broader && !ownTopic(store.db, scheme, broader)) return fail({ code: 'bad-request', where: 'topics.change.broader' });
    const siblings = listSchemes(store.db).find((each) => each.id === scheme)?.topics ?? [];
    if (broader && makesCircle(siblings, id, broader)) return fail({ code: 'topic-below-itself' });
    return decide(store, { once, label: 'change-topic' }, true, (deciding) => {
      const after = {
        ...known,
        ...(labels && named(labels)),
        ...(broader !== undefined && { broader }),
        ...(notation !== undefined && { notation: tidyText(notation) }),
        ...(definition && { noteEn: tidyText(definition.en), noteZh: tidyText(definition['zh-Hans']) }),
        ...(retired !== undefined && { retired }),
      };
      deciding.set(PROJECT, { kind: 'topic', scheme, id, before: null, after });
      return ok(null);
    });
  },

  'topics.changeScheme': ({ once, scheme, title, retired }, { store }) => {
    const known = ownScheme(store.db, scheme);
    if (!known) return fail({ code: 'bad-request', where: 'topics.changeScheme.scheme' });
    if (title && isEmpty(title)) return fail({ code: 'bad-request', where: 'topics.changeScheme.title' });
    return decide(store, { once, label: 'change-scheme' }, true, (deciding) => {
      deciding.set(PROJECT, { kind: 'scheme', id: scheme, before: null, after: { ...known, ...(title && named(title)), ...(retired !== undefined && { retired }) } });
      return ok(null);
    });
  },

  'topics.suggest': async ({ issue, article }, { indexer, suggester }) => {
    indexer.catchUp();
    return ok((await suggester.suggest(issue, article)).map((each) => ({ ...each, reasons: [...each.reasons] })));
  },

  'topics.tryImport': async ({ grant, scheme, retireMissing }, { store, grants }) => {
    const path = grants.get(grant);
    return path === undefined ? fail({ code: 'grant-unknown' }) : await (await importing()).tryImport(store, path, scheme, retireMissing);
  },

  'topics.importFile': async ({ once, grant, scheme, retireMissing, title }, { store, grants }) => {
    const path = grants.get(grant);
    return path === undefined ? fail({ code: 'grant-unknown' }) : await (await importing()).importScheme(store, once, path, scheme, retireMissing, named(title));
  },

  'topics.exportFile': async ({ scheme, grant }, { store, grants, folder }) => {
    const path = grants.get(grant);
    const found = listSchemes(store.db).find(({ id }) => id === scheme);
    if (path === undefined) return fail({ code: 'grant-unknown' });
    if (!found) return fail({ code: 'bad-request', where: 'topics.exportFile.scheme' });
    return await (await saving()).saveScheme(path, folder, found);
  },
};
