import type { PassageId } from '#core/model/ids.ts';
import { useT } from '../../../state/language.ts';
import type { Preview, PreviewArticle } from '../../../state/desk-preview.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { bandOf } from '../source-rows.ts';
import { useAsked, usePreviewAt } from './preview-store.ts';
import './preview.css';

/** What would result, drawn where it would be; nothing where nothing is previewed. */
export function PreviewRule({ at }: { readonly at: PassageId }) {
  const preview = usePreviewAt(at);
  return preview && <Drawn preview={preview} />;
}

function Drawn({ preview: { kind, articles } }: { readonly preview: Preview }) {
  const asked = useAsked();
  const t = useT();
  return (
    <div className={`act-preview act-${kind}`} data-preview={kind}>
      <div className="preview-articles">
        {articles.map((article) => <Half key={article.number} article={article} text={kind === 'merge' ? 'preview.merged' : 'preview.part'} />)}
      </div>
      <div className="preview-keys">
        {asked ? <>{t('preview.do')} <Kbd keys="Enter" /> <CommandKeys of={kind === 'split' ? 'desk.previewSplit' : 'desk.previewMerge'} /> {t('preview.leave')} <Kbd keys="Escape" /></> : t('preview.would')}
      </div>
    </div>
  );
}

function Half({ article, text }: { readonly article: PreviewArticle; readonly text: 'preview.merged' | 'preview.part' }) {
  const t = useT();
  const { number, head, passages } = article;
  return (
    <p style={{ '--band': `var(--band-${bandOf(number - 1)})` }}>
      <b>{t('desk.article', { number })}</b> <span className="preview-head" lang="zh-Hans">{head}</span> <span className="figure">{t(text, { count: passages })}</span>
    </p>
  );
}
