import type { IssueId } from '#contract/schemas/library.ts';
import type { Topic, TopicSuggestion } from '#contract/schemas/project.ts';
import type { ArticleId } from '#core/model/ids.ts';
import type { TopicRef } from '#core/model/issue.ts';
import { TopicModel, pairsOf } from '#core/topics/suggest.ts';
import type { Example } from '#core/topics/suggest.ts';
import { keyOfTopic } from '#core/topics/tree.ts';
import type { Database } from '../db/database.ts';
import { paced } from '../paced.ts';

const LEARNED_FROM = 3_000; // articles at most, those last derived
const MOST = 5;
const LEAST = 0.1; // probability below which a suggestion helps nobody
const IDLE = 30_000; // milliseconds without a question after which the model leaves memory
const REST = 20; // times as long as it took to learn, a model stays in use though the archive has changed
const SOON = 100; // milliseconds: what was learned in less is learned anew before an answer, otherwise beside it
const AT_A_TIME = 50; // articles read

type Text = { readonly issue: IssueId; readonly article: ArticleId; readonly headline: string; readonly text: string; readonly topics: string };

/** A model, and what the articles it was learned from were tagged with. `took` and `until` in milliseconds. */
type Learned = { readonly model: TopicModel; readonly learned: ReadonlyMap<string, readonly string[]>; readonly revision: number; readonly took: number; readonly until: number };

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
  #held: Learned | null = null;
  #learning: Promise<Learned> | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(index: Database, revision: () => number, topics: () => readonly Topic[]) {
    this.#index = index;
    this.#revision = revision;
    this.#topics = topics;
  }

  /** Topics that an article might have and has not, likeliest first, at most five. None for an article the index does not hold. */
  async suggest(issue: IssueId, article: ArticleId): Promise<readonly TopicSuggestion[]> {
    const asked = this.#index.get<Text>('SELECT issue, article, headline, topics, text FROM article JOIN article_text USING (id) WHERE issue = ? AND article = ?', issue, article);
    if (!asked) return [];
    const { model, learned } = await this.#ready();
    const has = topicsIn(asked);
    const offered = new Map(this.#topics().filter(({ retired }) => !retired).map(({ scheme, id }) => [keyOfTopic({ scheme, id }), { scheme, id }]));
    return model.suggest(pairsIn(asked), MOST + has.length, learned.get(keyOf(asked)) ?? null).flatMap(({ topic, probability, reasons }) => {
      const ref = offered.get(topic);
      return ref && probability >= LEAST && !has.includes(topic) ? [{ topic: ref, probability, reasons: reasons.map((each) => ({ ...each })) }] : [];
    }).slice(0, MOST);
  }

  /** Whether a model is in memory. */
  get holds(): boolean {
    return this.#held !== null;
  }

  /** Lets go of what was learned: it is learned again when asked. */
  close(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    this.#held = null;
  }

  #ready(): Learned | Promise<Learned> {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.close(), IDLE).unref();
    const held = this.#held;
    if (held && (held.revision === this.#revision() || performance.now() < held.until)) return held;
    this.#learning ??= this.#learn().finally(() => (this.#learning = null));
    if (!held || held.took < SOON) return this.#learning;
    this.#learning.catch(() => undefined); // who asks next is told
    return held;
  }

  async #learn(): Promise<Learned> {
    const [revision, begun] = [this.#revision(), performance.now()];
    const { model, learned } = await paced(this.#steps());
    const ended = performance.now();
    return (this.#held = { model, learned, revision, took: ended - begun, until: ended + REST * (ended - begun) });
  }

  *#steps(): Generator<void, Pick<Learned, 'model' | 'learned'>> {
    const learned = new Map<string, readonly string[]>();
    const examples: Example[] = [];
    for (let below = Number.MAX_SAFE_INTEGER; examples.length < LEARNED_FROM;) {
      const rows = this.#index.all<Text & { readonly id: number }>(
        `SELECT id, issue, article, headline, topics, text FROM article JOIN article_text USING (id) WHERE topics <> '[]' AND id < ? ORDER BY id DESC LIMIT ?`, below, AT_A_TIME,
      );
      for (const row of rows) {
        examples.push({ pairs: pairsIn(row), topics: topicsIn(row) });
        learned.set(keyOf(row), topicsIn(row));
      }
      yield;
      if (rows.length < AT_A_TIME) break;
      below = rows.at(-1)!.id;
    }
    return { model: yield* TopicModel.learn(examples), learned };
  }
}
