import type { Link } from '#contract/schemas/link.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { useDeskPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { followOf, unlink } from './link-acts.ts';
import { pageOfLink } from './link-name.ts';
import { useLink } from './links-store.ts';
import './links.css';

/** In the details: where an article comes from and goes on, with the ways there, and out of it. */
export function ArticleLinks({ article }: { readonly article: ArticleId }) {
  const t = useT();
  const [previous, next] = [useLink(article, 'previous'), useLink(article, 'next')];
  if (!previous && !next) return null;
  return (
    <ul className="article-links" aria-label={t('desk.link.label')}>
      {previous && <End link={previous} />}
      {next && <End link={next} />}
    </ul>
  );
}

function End({ link }: { readonly link: Link }) {
  const t = useT();
  const held = useHeld();
  const here = useDeskPage((page) => page?.metadata.values);
  const { of, side } = link;
  const page = pageOfLink(t, link, here);
  const lost = link.goesRound ? t('desk.link.round') : link.article === null ? t('desk.link.gone') : null;
  return (
    <li className={lost === null ? '' : 'lost'}>
      <span className="link-side">{t(`desk.link.${side}`, { page })}</span>
      {lost === null && <CommandKeys of={side === 'next' ? 'desk.followOn' : 'desk.followBack'} />}
      <Button look="quiet" className="link-drop" {...held} aria-label={t(`desk.link.drop.${side}`)} title={t(`desk.link.drop.${side}`)} onClick={() => void unlink(of, side)}><Icon name="close" /></Button>
      {lost === null ? (
        <button type="button" className="link link-headline" lang={link.headline ? 'zh-Hans' : undefined} title={t(`desk.link.title.${side}`, { page, headline: link.headline || t('library.no-headline') })} onClick={() => followOf(of, side)}>
          {link.headline || t('library.no-headline')}
        </button>
      ) : <span className="link-lost">{lost}</span>}
    </li>
  );
}
