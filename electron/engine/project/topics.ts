import mediaTopics from '#resources/topics/media-topics.json' with { type: 'json' };
import type { Scheme, Topic } from '#contract/schemas/project.ts';
import type { TopicRef } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import type { OwnScheme, OwnTopic } from './deed.ts';
import type { Tx } from './store.ts';

/** The scheme every project begins with for the user's own topics. */
export const OWN = 'own';

/** Topics on the digit keys until the user pins others. */
export const DEFAULT_DIGITS: readonly TopicRef[] = mediaTopics.digits.map((id) => ({ scheme: mediaTopics.scheme, id }));

type TopicRow = {
  readonly scheme: string; readonly id: string; readonly broader: string | null; readonly notation: string;
  readonly en: string; readonly zh: string; readonly noteEn: string; readonly noteZh: string; readonly retired: number;
};

const TOPIC = 'scheme, id, broader, notation, label_en AS en, label_zh AS zh, note_en AS noteEn, note_zh AS noteZh, retired';

const topicOf = ({ scheme, id, broader, notation, en, zh, noteEn, noteZh, retired }: TopicRow): Topic => ({
  scheme, id, broader, notation, labels: { en, 'zh-Hans': zh }, definition: { en: noteEn, 'zh-Hans': noteZh }, retired: retired === 1,
});

const BUILT_IN: Scheme = {
  id: mediaTopics.scheme,
  title: mediaTopics.title,
  editable: false,
  retired: false,
  topics: mediaTopics.topics.map((topic) => ({ ...topic, scheme: mediaTopics.scheme, notation: '', retired: false })),
};

/** All schemes, the built-in one first. */
export function listSchemes(db: Database): readonly Scheme[] {
  const topics = db.all<TopicRow>(`SELECT ${TOPIC} FROM topic ORDER BY place, id`).map(topicOf);
  const own = db.all<{ id: string; en: string; zh: string; retired: number }>('SELECT id, title_en AS en, title_zh AS zh, retired FROM scheme ORDER BY place, id');
  return [
    BUILT_IN,
    ...own.map(({ id, en, zh, retired }) => ({ id, title: { en, 'zh-Hans': zh }, editable: true, retired: retired === 1, topics: topics.filter(({ scheme }) => scheme === id) })),
  ];
}

/** A topic of the user's own, or null. */
export function ownTopic(db: Database, scheme: string, id: string): OwnTopic | null {
  const row = db.get<TopicRow>(`SELECT ${TOPIC} FROM topic WHERE scheme = ? AND id = ?`, scheme, id);
  if (!row) return null;
  const { en, zh, broader, notation, noteEn, noteZh } = row;
  return { en, zh, retired: row.retired === 1, broader, notation, noteEn, noteZh };
}

/** Puts a topic of the user's own into its scheme, or takes it out (`null`: it was never there). */
export function putTopic(tx: Tx, scheme: string, id: string, topic: OwnTopic | null): void {
  if (topic === null) {
    tx.db.run('DELETE FROM topic WHERE scheme = ? AND id = ?', scheme, id);
  } else {
    const { en, zh, retired, broader = null, notation = '', noteEn = '', noteZh = '' } = topic;
    tx.db.run(
      `INSERT INTO topic (scheme, id, broader, notation, label_en, label_zh, note_en, note_zh, retired, place)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM topic))
       ON CONFLICT (scheme, id) DO UPDATE SET broader = excluded.broader, notation = excluded.notation, label_en = excluded.label_en,
         label_zh = excluded.label_zh, note_en = excluded.note_en, note_zh = excluded.note_zh, retired = excluded.retired`,
      scheme, id, broader, notation, en, zh, noteEn, noteZh, retired ? 1 : 0,
    );
  }
  tx.touchTopicsOrSettings();
}

/** A scheme of the user's own, or null. */
export function ownScheme(db: Database, id: string): OwnScheme | null {
  const row = db.get<{ en: string; zh: string; retired: number }>('SELECT title_en AS en, title_zh AS zh, retired FROM scheme WHERE id = ?', id);
  return row ? { ...row, retired: row.retired === 1 } : null;
}

/** Puts a scheme of the user's own into the list, or takes it out (`null`: it was never there). */
export function putScheme(tx: Tx, id: string, scheme: OwnScheme | null): void {
  if (scheme === null) {
    tx.db.run('DELETE FROM scheme WHERE id = ?', id);
  } else {
    tx.db.run(
      `INSERT INTO scheme (id, title_en, title_zh, retired, place) VALUES (?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM scheme))
       ON CONFLICT (id) DO UPDATE SET title_en = excluded.title_en, title_zh = excluded.title_zh, retired = excluded.retired`,
      id, scheme.en, scheme.zh, scheme.retired ? 1 : 0,
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
