import { ARCHIVE_SAMPLE } from './archive.ts';

/** A page whose language is counted. `id` names its content: pages of one id have one text. Ids are hashes, so that the smallest are a fair sample. */
export type SamplePage = { readonly id: string; readonly text: string };

/**
 * Takes pages as they come and keeps those of the smallest ids, each once, `most` of them at most. What it keeps depends on the set of the pages alone,
 * and so does not change by a page that is beyond the sample.
 */
export class ArchiveSample {
  readonly #most: number;
  #pages = new Map<string, SamplePage>();

  constructor(most: number = ARCHIVE_SAMPLE) {
    this.#most = most;
  }

  add(page: SamplePage): void {
    this.#pages.set(page.id, page);
    if (this.#pages.size >= this.#most * 2) this.#prune();
  }

  /** The pages kept, by id. */
  pages(): readonly SamplePage[] {
    this.#prune();
    return [...this.#pages.values()];
  }

  #prune(): void {
    const pages = [...this.#pages.values()].sort((a, b) => (a.id < b.id ? -1 : 1)); // no two have one id
    this.#pages = new Map(pages.slice(0, this.#most).map((page) => [page.id, page]));
  }
}
