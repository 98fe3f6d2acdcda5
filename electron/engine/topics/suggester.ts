import type { IssueId } from '#contract/schemas/library.ts';
import type { Topic, TopicSuggestion } from '#contract/schemas/project.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { TopicModel, pairsOf } from '#core/topics/suggest.ts';
import { keyOfTopic } from '#core/topics/tree.ts';
import type { Database } from '../db/database.ts';

const LEARNED_FROM = 3_000; // articles at most, those last derived
const MOST = 5;
const LEAST = 0.1; // probability below which a suggestion helps nobody
const IDLE = 120_000; // milliseconds without a question after which the model leaves memory
const REST = 20; // times as long as it took to learn, a model stays in use though the archive has changed

type Text = { readonly issue: IssueId; readonly article: ArticleId; readonly headline: string; readonly text: string; readonly topics: string };

/** What topics are learned from: the headline, and the first paragraph that is long enough to be one. */
function pairsIn({ headline, text }: Text): readonly string[] {
  const lines = text.split('\n');
  return pairsOf(`${headline}\n${lines.find((line) => line.length >= 30) ?? lines.join('\n').slice(0, 300)}`);
}

const topicsIn = ({ topics }: Text): readonly string[] => (JSON.parse(topics) as TopicRef[]).map(keyOfTopic);

const keyOf = ({ issue, article }: Text): string => `${issue} ${article}`;

/** Suggests topics from what is tagged in this project. Nothing is kept on disk, and nothing leaves the machine. */
export class Suggester {
  readonly #index: Database;
  readonly #revision: () => number;
  readonly #topics: () => readonly Topic[];
  #model: { readonly model: TopicModel; readonly learned: ReadonlyMap<string, readonly string[]>; readonly revision: number; readonly until: number } | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(index: Database, revision: () => number, topics: () => readonly Topic[]) {
    this.#index = index;
    this.#revision = revision;
    this.#topics = topics;
  }

  /** Topics that an article might have and has not, likeliest first, at most five. None for an article the index does not hold. */
  suggest(issue: IssueId, article: ArticleId): readonly TopicSuggestion[] {
    const asked = this.#index.get<Text>('SELECT issue, article, headline, topics, text FROM article JOIN article_text USING (id) WHERE issue = ? AND article = ?', issue, article);
    if (!asked) return [];
    const { model, learned } = this.#ready();
    const has = topicsIn(asked);
    const offered = new Map(this.#topics().filter(({ retired }) => !retired).map(({ scheme, id }) => [keyOfTopic({ scheme, id }), { scheme, id }]));
    return model.suggest(pairsIn(asked), MOST + has.length, learned.get(keyOf(asked)) ?? null).flatMap(({ topic, probability, reasons }) => {
      const ref = offered.get(topic);
      return ref && probability >= LEAST && !has.includes(topic) ? [{ topic: ref, probability, reasons: reasons.map((each) => ({ ...each })) }] : [];
    }).slice(0, MOST);
  }

  /** Whether a model is in memory. */
  get holds(): boolean {
    return this.#model !== null;
  }

  /** Lets go of what was learned: it is learned again when asked. */
  close(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    this.#model = null;
  }

  #ready() {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), IDLE).unref();
    const begun = performance.now();
    const held = this.#model;
    if (held && (held.revision === this.#revision() || begun < held.until)) return held;
    const rows = this.#index.all<Text>(
      `SELECT issue, article, headline, topics, text FROM article JOIN article_text USING (id) WHERE topics <> '[]' ORDER BY id DESC LIMIT ?`, LEARNED_FROM,
    );
    const model = new TopicModel(rows.map((row) => ({ pairs: pairsIn(row), topics: topicsIn(row) })));
    const ended = performance.now();
    return (this.#model = { model, learned: new Map(rows.map((row) => [keyOf(row), topicsIn(row)])), revision: this.#revision(), until: ended + REST * (ended - begun) });
  }
}
