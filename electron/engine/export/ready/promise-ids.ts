import { mintPublicId, pageIdOf, publicPageId } from '#core/export/public-id.ts';
import type { Matter } from '../making/matter.ts';
import type { Promised } from '../kept/kept-account.ts';
import { NumberSet } from '#util/number-set.ts';
import { numberOf } from '#util/text-number.ts';
import type { Placed } from '../../project/public-ids.ts';

const MOST = 2_000_000; // ids that are remembered, at 16 to 32 bytes each

/** Tells which ids articles will get, while nothing is given to any of them yet. Pages have to be asked about in the order in which they will get them. */
export class IdForecast {
  readonly #isTaken: (id: string) => boolean;
  readonly #told = new NumberSet(); // two that are taken for one, once in ten thousand projects, are made again when they are exported

  /** `isTaken`: whether an id is some article's already. */
  constructor(isTaken: (id: string) => boolean) {
    this.#isTaken = isTaken;
  }

  /** Of a page whose articles have no ids. `isAlike`: others could give theirs the same. Null where too much would have to be remembered to tell. */
  of({ facts }: Matter, articles: readonly Placed[], isAlike: boolean): readonly Promised[] | null {
    return this.#tell(publicPageId(facts), articles, isAlike);
  }

  /** The same of a page that was asked about before, from what was told then; null also where that was not told here. */
  again(promised: readonly Promised[]): readonly Promised[] | null {
    const [first] = promised;
    if (!first) return promised;
    const [, position, id] = first;
    const pageId = pageIdOf(id, position);
    return pageId === null ? null : this.#tell(pageId, promised.map(([article, at]) => ({ article, position: at })), true);
  }

  #tell(pageId: string, articles: readonly Placed[], isAlike: boolean): readonly Promised[] | null {
    if (isAlike && this.#told.size + articles.length > MOST) return null;
    return articles.map(({ article, position }): Promised => {
      const id = mintPublicId(pageId, position, (asked) => this.#told.has(numberOf(asked)) || this.#isTaken(asked));
      if (isAlike) this.#told.add(numberOf(id));
      return [article, position, id];
    });
  }
}
