import { ok } from '#util/result.ts';
import { linkArticles, unlinkArticle } from '../../links/link-articles.ts';
import { linkables } from '../../links/linkables.ts';
import { linksOf } from '../../links/links-of.ts';
import type { CallsOf, HandlersOf } from '../handler.ts';
import { asManyJob } from '../many-job.ts';

export const linkHandlers: HandlersOf<CallsOf<'link'>> = {
  'link.of': ({ issue }, { store }) => ok(linksOf(store, issue)),

  'link.likely': ({ issue, article, side }, { store }) => ok(linkables(store, { issue, article }, side)),

  'link.set': ({ once, from, to }, context) => asManyJob(context, () => linkArticles(context.store, once, from, to)),

  'link.drop': ({ once, issue, article, side }, context) => asManyJob(context, () => unlinkArticle(context.store, once, { issue, article }, side)),
};
