import { randomUUID } from 'node:crypto';
import { fail, ok } from '#util/result.ts';
import { decide } from '../../project/decide.ts';
import { PROJECT } from '../../project/journal.ts';
import { OWN, listSchemes, ownTopic } from '../../project/topics.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';

const isEmpty = (labels: { readonly en: string; readonly 'zh-Hans': string }) => labels.en.trim() === '' && labels['zh-Hans'].trim() === '';

export const topicsHandlers: HandlersOf<CallsOf<'topics'>> = {
  'topics.list': (_request, { store }) => ok(listSchemes(store.db)),

  'topics.add': ({ once, labels }, { store }) => {
    if (isEmpty(labels)) return fail({ code: 'bad-request', where: 'topics.add.labels' });
    return decide(store, { once, label: 'add-topic' }, true, (deciding) => {
      const id = `${OWN}:${randomUUID()}`;
      deciding.set(PROJECT, { kind: 'topic', id, before: null, after: { en: labels.en, zh: labels['zh-Hans'], retired: false } });
      return ok({ scheme: OWN, id });
    });
  },

  'topics.change': ({ once, topic, labels, retired }, { store }) => {
    const known = topic.scheme === OWN ? ownTopic(store.db, topic.id) : null;
    if (!known) return fail({ code: 'bad-request', where: 'topics.change.topic' });
    if (labels && isEmpty(labels)) return fail({ code: 'bad-request', where: 'topics.change.labels' });
    return decide(store, { once, label: 'change-topic' }, true, (deciding) => {
      const after = { en: labels?.en ?? known.en, zh: labels?.['zh-Hans'] ?? known.zh, retired: retired ?? known.retired };
      deciding.set(PROJECT, { kind: 'topic', id: topic.id, before: null, after });
      return ok(null);
    });
  },
};
