import { takesAside } from '#core/export/filter.ts';
import { pageRecord } from '#core/export/page-record.ts';
import type { PageFacts } from '#core/export/page-record.ts';
import type { PageHistory } from '#core/export/attribution.ts';
import { exporterOf } from '#core/export/registry.ts';
import type { Issue } from '#core/model/issue.ts';
import { asideMark } from '#core/model/settlement.ts';
import { invariant } from '#util/invariant.ts';
import { inflate } from '../../db/pack.ts';
import { DamagedError } from '../../db/sqlite-error.ts';
import { strictDecode } from '../../ingest/strict-decode.ts';
import { textHash } from '../../project/source-store.ts';
import { readTree } from '../../project/tree-codec.ts';
import { accountOf } from '../account.ts';
import { Packer } from '../kept/page-chunks.ts';
import { linkedBy } from '../export-links.ts';
import type { PageLinks } from '../export-links.ts';
import { labeller } from '../labeller.ts';
import type { Ask, Listed, Made, Matter, Way } from './matter.ts';

/** A page as it is read from what it is made from. */
export type ReadPage = { readonly issue: Issue; readonly facts: PageFacts; readonly history: PageHistory; readonly asideConfirmed: boolean; readonly links: PageLinks };

/** Reads and makes pages, block after block: in a thread of its own or where it is asked, it comes to the same. A block is read, then made once. */
export class Maker {
  readonly #way: Way;
  readonly #formats: readonly NonNullable<ReturnType<typeof exporterOf>>[];
  readonly #labels: ReturnType<typeof labeller>;
  readonly #packer = new Packer();
  readonly #blocks = new Map<number, readonly (ReadPage | null)[]>();

  constructor(way: Way) {
    this.#way = way;
    this.#formats = way.formats.map((id) => exporterOf(id)!);
    this.#labels = labeller(way.labels);
  }

  /** Reads a block. */
  read(block: number, matters: readonly Matter[]): readonly Listed[] {
    const pages = matters.map(readPage);
    this.#blocks.set(block, pages);
    return pages.map((page) => page && page.issue.articles.map(({ id, status, topics }) => ({ id, status, topics })));
  }

  /** Makes a block that was read; null for what nothing is asked of. */
  make(block: number, asks: readonly (Ask | null)[]): readonly (Made | null)[] {
    const pages = this.#blocks.get(block);
    invariant(pages, 'a block is read before it is made');
    this.#blocks.delete(block);
    return asks.map((ask, k) => ask && this.page(pages[k]!, ask));
  }

  /** Makes a page. */
  page({ issue, facts, history, asideConfirmed, links }: ReadPage, { ids, formats }: Ask): Made {
    const { context, filter, leavesOut } = this.#way;
    const known = new Map(issue.articles.flatMap(({ id }, k) => (ids[k] === null ? [] : [[id, ids[k]!] as const])));
    const takesArticle = known.size > 0;
    const withAside = takesAside(filter, asideConfirmed, takesArticle) && (!leavesOut || takesArticle);
    const page = pageRecord(issue, facts, { wanted: ({ id }) => known.has(id), withAside, history, labels: this.#labels, publicId: (article) => known.get(article)!, linked: linkedBy(links) });
    if (!page.ok) return { at: page.error.at };
    return { parts: formats.map((k) => this.#packer.pack(this.#formats[k]!.part(page.value, context))), account: JSON.stringify(accountOf(page.value)) };
  }
}

function readPage({ tree, text, textHash: expected, confirmed, history, links, facts }: Matter): ReadPage | null {
  try {
    const source = text && ('text' in text ? text.text : strictDecode(inflate(text.packed, 'sources', text.size), facts.encoding));
    if (source === null || (text && !('text' in text) && textHash(source) !== expected)) return null;
    const issue = { source, ...readTree(tree) };
    return { issue, facts, history, links, asideConfirmed: confirmed !== null && confirmed === asideMark(issue) };
  } catch (error) {
    if (error instanceof DamagedError) return null; // whoever asked says of what, or mends it
    throw error;
  }
}
