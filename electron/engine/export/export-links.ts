import type { IssueId, Metadata } from '#contract/schemas/library.ts';
import { PageNames } from '#core/export/page-names.ts';
import type { LinkedArticle } from '#core/export/record.ts';
import { otherEnd } from '#core/links/other-end.ts';
import type { ArticleAt } from '#core/links/other-end.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { LINK_SIDES } from '#core/model/issue.ts';
import type { LinkSide } from '#core/model/issue.ts';
import type { Database } from '../db/database.ts';
import { articlesOf } from '../links/articles-of.ts';
import type { Wanted } from './wanted.ts';

/** Where the articles of a page go on and come from, as far as that leaves. Plain data. */
export type PageLinks = readonly (readonly [article: ArticleId, side: LinkSide, other: LinkedArticle])[];

/** What an export takes: which articles, and the ids they have. */
export type Leaving = { readonly wanted: Wanted; readonly ofPage: (issue: IssueId) => ReadonlyMap<ArticleId, string> };

/** What a page's links say of an article of it. */
export const linkedBy = (links: PageLinks) => (article: ArticleId, side: LinkSide): LinkedArticle | null =>
  links.find(([of, on]) => of === article && on === side)?.[2] ?? null;

const AT_ONCE = 1_000; // pages whose paths are asked for together
const NO_LINKS: PageLinks = [];

/** Which pages were ever an end of a link: the journal says so, and an archive without links pays for nothing. */
const everLinked = (db: Database): ReadonlySet<IssueId> => new Set(db.all<{ id: IssueId }>(
  `SELECT DISTINCT effect.issue AS id FROM entry CROSS JOIN effect ON effect.entry = entry.id WHERE entry.label = 'link' AND effect.issue IS NOT NULL`,
).map(({ id }) => id));

/** The links between articles of an export's pages. What is said of a page once is said of it again: the key of what is kept of it and what is made of it must not differ. */
export class ExportLinks {
  readonly #db: Database;
  readonly #issues: ArrayLike<IssueId>;
  readonly #linked: ReadonlySet<IssueId>;
  readonly #articles: ReturnType<typeof articlesOf>;
  readonly #leaving: Leaving;
  readonly #said = new Map<IssueId, PageLinks>();
  #names: ReadonlyMap<IssueId, string> | null = null;

  /** `issues`: the pages of the export, in its order. */
  constructor(db: Database, issues: ArrayLike<IssueId>, leaving: Leaving) {
    [this.#db, this.#issues, this.#leaving] = [db, issues, leaving];
    this.#linked = everLinked(db);
    this.#articles = articlesOf(db);
  }

  /** The links of a page. */
  of(issue: IssueId): PageLinks {
    if (!this.#linked.has(issue)) return NO_LINKS;
    const before = this.#said.get(issue);
    if (before) return before;
    const links = (this.#articles(issue) ?? []).flatMap(({ id }) => LINK_SIDES.flatMap((side): PageLinks => {
      const other = otherEnd(this.#articles, { issue, article: id }, side);
      const said = other?.state === 'holds' ? this.#other(other.at) : null;
      return said ? [[id, side, said]] : [];
    }));
    this.#said.set(issue, links);
    return links;
  }

  /** An article as those it is linked with say it; null where it has no id that could be said. */
  #other({ issue, article }: ArticleAt): LinkedArticle | null {
    const articleId = this.#leaving.ofPage(issue).get(article);
    if (articleId === undefined) return null;
    const facts = this.#factsOf(issue);
    const leaves = this.#leaves(issue, article, facts);
    return { articleId, leaves, name: leaves ? (this.#allNames().get(issue) ?? '') : '' };
  }

  #factsOf(issue: IssueId): Metadata & { readonly sourceFile: string } {
    return this.#db.get<Metadata & { readonly sourceFile: string }>('SELECT newspaper, edition, date, page, path AS sourceFile FROM issue WHERE id = ?', issue)!;
  }

  #leaves(issue: IssueId, article: ArticleId, facts: Metadata & { readonly sourceFile: string }): boolean {
    const found = this.#articles(issue)?.find(({ id }) => id === article);
    return found !== undefined && this.#allNames().has(issue) && this.#leaving.wanted({ id: issue, facts }, found);
  }

  /** What pages with links are called: all have to be named for it, in order, and it is asked for only where there are links. */
  #allNames(): ReadonlyMap<IssueId, string> {
    if (this.#names) return this.#names;
    const [names, known] = [new PageNames(), new Map<IssueId, string>()];
    for (let from = 0; from < this.#issues.length; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, this.#issues.length - from) }, (_, k) => this.#issues[from + k]!);
      for (const { id, path } of this.#db.all<{ id: IssueId; path: string }>('SELECT issue.id, issue.path FROM json_each(?) AS each JOIN issue ON issue.id = each.value ORDER BY each.key', JSON.stringify(some))) {
        const name = names.next(path);
        if (this.#linked.has(id)) known.set(id, name);
      }
    }
    return (this.#names = known);
  }

  /** The articles that leave and are an end of a link, by page, with their places there: those that need ids before anything is said of them. */
  ends(): ReadonlyMap<IssueId, readonly { readonly article: ArticleId; readonly position: number }[]> {
    const all = new Map<IssueId, readonly { readonly article: ArticleId; readonly position: number }[]>();
    for (let at = 0; at < this.#issues.length; at += 1) {
      const issue = this.#issues[at]!;
      if (!this.#linked.has(issue)) continue;
      const facts = this.#factsOf(issue);
      const ends = (this.#articles(issue) ?? []).flatMap(({ id }, k) => (
        LINK_SIDES.some((side) => otherEnd(this.#articles, { issue, article: id }, side)?.state === 'holds') && this.#leaves(issue, id, facts) ? [{ article: id, position: k + 1 }] : []
      ));
      if (ends.length > 0) all.set(issue, ends);
    }
    return all;
  }
}
