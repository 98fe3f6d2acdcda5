import mediaTopics from '#resources/topics/media-topics.json' with { type: 'json' };
import type { Scheme, Topic } from '#contract/schemas/project.ts';
import type { TopicRef } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import type { OwnTopic } from './deed.ts';
import type { Tx } from './store.ts';

/** The scheme of the user's own topics. */
export const OWN = 'own';

/** Topics on the digit keys until the user pins others. */
export const DEFAULT_DIGITS: readonly TopicRef[] = mediaTopics.digits.map((id) => ({ scheme: mediaTopics.scheme, id }));

type Row = { readonly id: string; readonly en: string; readonly zh: string; readonly retired: number };

/** All schemes, the built-in ones first. */
export function listSchemes(db: Database): readonly Scheme[] {
  const own = db.all<Row>('SELECT id, label_en AS en, label_zh AS zh, retired FROM topic ORDER BY place, id');
  return [
    {
      id: mediaTopics.scheme,
      title: mediaTopics.title,
      editable: false,
      topics: mediaTopics.topics.map((topic) => ({ ...topic, scheme: mediaTopics.scheme, retired: false })),
    },
    {
      id: OWN,
      title: { en: 'Own topics', 'zh-Hans': '自定主题' },
      editable: true,
      topics: own.map(({ id, en, zh, retired }) => ({ scheme: OWN, id, broader: null, labels: { en, 'zh-Hans': zh }, definition: { en: '', 'zh-Hans': '' }, retired: retired === 1 })),
    },
  ];
}

/** A topic of the user's own, or null. */
export function ownTopic(db: Database, id: string): OwnTopic | null {
  const row = db.get<Row>('SELECT id, label_en AS en, label_zh AS zh, retired FROM topic WHERE id = ?', id);
  return row ? { en: row.en, zh: row.zh, retired: row.retired === 1 } : null;
}

/** Puts a topic of the user's own into the list, or takes it out (`null`: it was never there). */
export function putTopic(tx: Tx, id: string, topic: OwnTopic | null): void {
  if (topic === null) {
    tx.db.run('DELETE FROM topic WHERE id = ?', id);
  } else {
    tx.db.run(
      `INSERT INTO topic (id, label_en, label_zh, retired, place) VALUES (?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM topic))
       ON CONFLICT (id) DO UPDATE SET label_en = excluded.label_en, label_zh = excluded.label_zh, retired = excluded.retired`,
      id, topic.en, topic.zh, topic.retired ? 1 : 0,
    );
  }
  tx.touchTopicsOrSettings();
}

/** Every topic of every scheme. */
export const allTopics = (db: Database): readonly Topic[] => listSchemes(db).flatMap(({ topics }) => topics);

/** The topics whose name in either language holds a text. */
export function topicsNamed(db: Database, text: string): readonly TopicRef[] {
  const wanted = text.toLowerCase();
  return allTopics(db)
    .filter(({ labels }) => Object.values(labels).some((label) => label.toLowerCase().includes(wanted)))
    .map(({ scheme, id }) => ({ scheme, id }));
}
