import { actRepeatably } from '../../../state/desk-again.ts';
import { planSendTo } from '../../../state/desk-plan-passages.ts';
import { articleOf, articlePosition } from '../../../state/desk-outline.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { headlineOf } from '../details/article-head.tsx';
import { usePage } from '../page-view.ts';
import { bandOf } from '../source-rows.ts';
import { ChoiceList } from './choice-list.tsx';
import type { Choice } from './choice-list.tsx';

/**
 * To which article the selected passages go: by its number, or some of its headline. 0 is an article of their own. The one they stand in is
 * not offered, and the one above it is marked: text that went astray mostly belongs there.
 */
export function SendChooser() {
  const t = useT();
  const { issue } = usePage();
  const focus = useDeskView((state) => state.selection?.focus ?? null);
  const article = articleOf(issue, focus);
  const here = article ? articlePosition(issue, article.id) : -1;
  const choice = (position: number, headline: string): Choice => ({
    id: `${position}`,
    content: (
      <>
        <b style={{ color: position < issue.articles.length ? `var(--band-${bandOf(position)})` : undefined }}>{position < issue.articles.length ? position + 1 : 0}</b>
        <span lang="zh-Hans">{headline}</span>
      </>
    ),
    run: () => {
      const to = issue.articles[position]?.id ?? 'new';
      actRepeatably((context) => planSendTo(context, to));
    },
  });
  const own = choice(issue.articles.length, t('desk.send.new'));
  const all = issue.articles.map((article, i) => choice(i, headlineOf(issue.source, article) || t('desk.untitled')));
  const fitting = (typed: string): readonly Choice[] => {
    const wanted = typed.trim();
    if (/^\d+$/.test(wanted)) return [...all, own].filter(({ id }) => `${Number(id) + 1}`.startsWith(wanted) || (wanted === '0' && id === own.id));
    return [...all, own].filter((_, i) => (wanted ? issue.articles[i] && headlineOf(issue.source, issue.articles[i]).includes(wanted) : i !== here));
  };
  return (
    <ChoiceList
      label={t('desk.send.hint')}
      empty={t('desk.send.none')}
      choices={fitting}
      start={Math.max(0, here - 1)}
      at={(typed) => {
        const wanted = typed.trim();
        if (!/^\d+$/.test(wanted)) return null;
        if (wanted === '0') return own;
        const certain = Number(wanted) * 10 > issue.articles.length; // no longer number begins with these digits
        return certain ? (all[Number(wanted) - 1] ?? null) : null;
      }}
    />
  );
}
