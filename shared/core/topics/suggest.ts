/** An article as the model knows it: the pairs of characters in it, each once, and its topics as texts. */
export type Example = { readonly pairs: readonly string[]; readonly topics: readonly string[] };

export type PairReason = { readonly pair: string; readonly with: number; readonly of: number }; // in so many of the articles that have the topic
export type Suggestion = { readonly topic: string; readonly probability: number; readonly reasons: readonly PairReason[] };

const FEWEST = 3; // articles a topic must have before it is suggested
const SMOOTHING = 20; // pairs more in each class, spread as over all articles (a Dirichlet prior)
const CALIBRATED_ON = 400; // articles at most
const MOST_REASONS = 3;

type Counts = { articles: number; total: number; readonly pairs: Map<string, number> };
type Weights = readonly [number, number, number];

/** How far a topic fits, in parts that calibration weighs: its log odds before reading, and the mean log ratio of the pairs, grown with the root of their number. */
type Fit = { readonly prior: number; readonly evidence: number };

/** The pairs of neighbouring characters in a text, each once; punctuation and blanks part them. */
export function pairsOf(text: string): readonly string[] {
  const pairs = new Set<string>();
  for (const run of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const characters = [...run];
    for (let at = 1; at < characters.length; at += 1) pairs.add(characters[at - 1]! + characters[at]!);
  }
  return [...pairs];
}

/**
 * Learns topics from tagged articles: naive Bayes over which pairs occur (multinomial over presence, complement as the other class), a topic
 * at a time. The probability is what articles left out of their own counts teach: a logistic regression on how far each fitted (Platt).
 */
export class TopicModel {
  readonly #all: Counts = { articles: 0, total: 0, pairs: new Map() };
  readonly #byTopic = new Map<string, Counts>();
  #weights: Weights = [0, 0, 0];

  private constructor() {}

  /** Learns from articles. */
  static of(examples: readonly Example[]): TopicModel {
    const steps = TopicModel.learn(examples);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /** Learns from articles in small steps, so that whoever has something else to do can do it in between. */
  static *learn(examples: readonly Example[]): Generator<void, TopicModel> {
    const model = new TopicModel();
    for (const { pairs, topics } of examples) {
      add(model.#all, pairs);
      for (const topic of new Set(topics)) {
        const counts = model.#byTopic.get(topic) ?? { articles: 0, total: 0, pairs: new Map<string, number>() };
        model.#byTopic.set(topic, counts);
        add(counts, pairs);
      }
      yield;
    }
    model.#weights = yield* model.#calibrate(examples);
    return model;
  }

  /** The likeliest topics of an article, best first. `leftOut`: the article is one of those learned from, with these topics, and is not to be its own witness. */
  suggest(pairs: readonly string[], most: number, leftOut: readonly string[] | null = null): readonly Suggestion[] {
    const [constant, ofPrior, ofEvidence] = this.#weights;
    return [...this.#byTopic]
      .map(([topic, counts]) => ({ topic, counts, fit: this.#fit(topic, pairs, leftOut) }))
      .flatMap(({ topic, counts, fit }) => (fit ? [{ topic, counts, probability: sigmoid(constant + ofPrior * fit.prior + ofEvidence * fit.evidence) }] : []))
      .toSorted((a, b) => b.probability - a.probability || (a.topic < b.topic ? -1 : 1))
      .slice(0, most)
      .map(({ topic, counts, probability }) => ({ topic, probability, reasons: this.#reasons(counts, pairs) }));
  }

  #fit(topic: string, pairs: readonly string[], leftOut: readonly string[] | null): Fit | null {
    const counts = this.#byTopic.get(topic)!;
    const [all, own] = [leftOut ? 1 : 0, leftOut?.includes(topic) ? 1 : 0]; // how often the article itself is in the counts
    const articles = this.#all.articles - all;
    const having = counts.articles - own;
    if (counts.articles < FEWEST || articles - having < 1) return null;
    const [total, totalHaving] = [this.#all.total - all * pairs.length, counts.total - own * pairs.length];
    let sum = 0;
    let known = 0;
    for (const pair of pairs) {
      const everywhere = (this.#all.pairs.get(pair) ?? 0) - all;
      if (everywhere <= 0) continue;
      const here = (counts.pairs.get(pair) ?? 0) - own;
      const prior = (SMOOTHING * everywhere) / total;
      sum += Math.log((here + prior) / (totalHaving + SMOOTHING)) - Math.log((everywhere - here + prior) / (total - totalHaving + SMOOTHING));
      known += 1;
    }
    return { prior: Math.log(having / (articles - having)), evidence: known === 0 ? 0 : sum / Math.sqrt(known) };
  }

  *#calibrate(examples: readonly Example[]): Generator<void, Weights> {
    const step = Math.max(1, Math.ceil(examples.length / CALIBRATED_ON));
    const seen: { readonly inputs: Seen['inputs']; readonly has: boolean }[] = [];
    for (const { pairs, topics } of examples.filter((_, at) => at % step === 0)) {
      for (const topic of this.#byTopic.keys()) {
        const fit = this.#fit(topic, pairs, topics);
        if (fit) seen.push({ inputs: [1, fit.prior, fit.evidence], has: topics.includes(topic) });
      }
      yield;
    }
    // Platt's targets: so few examples never make certain, however cleanly they part.
    const having = seen.filter(({ has }) => has).length;
    return yield* logistic(seen.map(({ inputs, has }) => ({ inputs, has: has ? (having + 1) / (having + 2) : 1 / (seen.length - having + 2) })));
  }

  #reasons(counts: Counts, pairs: readonly string[]): readonly PairReason[] {
    const lift = (pair: string) => {
      const here = counts.pairs.get(pair) ?? 0;
      return here < 2 ? 0 : here * Math.log((here / counts.articles) / ((this.#all.pairs.get(pair) ?? here) / this.#all.articles));
    };
    return pairs.map((pair) => ({ pair, lift: lift(pair) })).filter((each) => each.lift > 0).toSorted((a, b) => b.lift - a.lift).slice(0, MOST_REASONS)
      .map(({ pair }) => ({ pair, with: counts.pairs.get(pair) ?? 0, of: counts.articles }));
  }
}

function add(counts: Counts, pairs: readonly string[]): void {
  counts.articles += 1;
  counts.total += pairs.length;
  for (const pair of pairs) counts.pairs.set(pair, (counts.pairs.get(pair) ?? 0) + 1);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

type Seen = { readonly inputs: readonly [number, number, number]; readonly has: number };

const STEPS = 40;
const RIDGE = 0.01; // keeps what parts cleanly from being told with certainty

/** Weights of a logistic regression, by Newton's method with a little ridge. With nothing to learn from, odds as before reading. */
function* logistic(seen: readonly Seen[]): Generator<void, Weights> {
  let weights: [number, number, number] = [0, 1, 0];
  for (let step = 0; step < STEPS && seen.length > 0; step += 1) {
    const gradient = [-RIDGE * weights[0], -RIDGE * (weights[1] - 1), -RIDGE * weights[2]];
    const curve = [[RIDGE + 1e-9, 0, 0], [0, RIDGE + 1e-9, 0], [0, 0, RIDGE + 1e-9]];
    for (const { inputs, has } of seen) {
      const p = sigmoid(weights[0] + weights[1] * inputs[1] + weights[2] * inputs[2]);
      for (let i = 0; i < 3; i += 1) {
        gradient[i]! += (has - p) * inputs[i]!;
        for (let j = 0; j < 3; j += 1) curve[i]![j]! += p * (1 - p) * inputs[i]! * inputs[j]!;
      }
    }
    const move = solve(curve, gradient).map((each) => Math.max(-1, Math.min(1, each)));
    weights = [weights[0] + move[0]!, weights[1] + move[1]!, weights[2] + move[2]!];
    if (move.every((each) => Math.abs(each) < 1e-6)) break;
    yield;
  }
  return weights;
}

/** Solves three equations, positive definite, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < 3; i += 1) {
    for (let j = i + 1; j < 3; j += 1) {
      const factor = rows[j]![i]! / rows[i]![i]!;
      for (let k = i; k < 4; k += 1) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  }
  const result = [0, 0, 0];
  for (let i = 2; i >= 0; i -= 1) {
    let rest = rows[i]![3]!;
    for (let k = i + 1; k < 3; k += 1) rest -= rows[i]![k]! * result[k]!;
    result[i] = rest / rows[i]![i]!;
  }
  return result;
}
