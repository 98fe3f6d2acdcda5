import { useT } from '../../../state/language.ts';
import { Icon } from '../../../ui/icon.tsx';

// Our own lines, in the manner of an extracted page: a broken sentence, a misread character, two articles run together.
const RAW = ['石桥街道', '老旧小区加装电梯 居民说了算', '街道请来三家设计单位，又逐户征求意', '见，每户抵偿办法写得明白。', '麦收时节农机手备战忙', '天刚亮，院子里已是马达声声。'];

/** What Stet does, as a picture: a page's raw text beside the articles it becomes. */
export function BeforeAfter() {
  const t = useT();
  return (
    <figure className="before-after" role="img" aria-label={t('start.picture')}>
      <div className="before" lang="zh-Hans">
        {RAW.map((line) => <p key={line}>{line}</p>)}
      </div>
      <span className="becomes"><Icon name="down" /></span>
      <div className="after reading" lang="zh-Hans">
        <div className="after-article one">
          <p data-role="kicker">石桥街道</p>
          <p data-role="headline">老旧小区加装电梯 居民说了算</p>
          <p data-role="body">街道请来三家设计单位，又逐户征求意见，每户<span className="struck">抵</span><span className="added">低</span>偿办法写得明白。</p>
        </div>
        <div className="after-article two">
          <p data-role="headline">麦收时节农机手备战忙</p>
          <p data-role="body">天刚亮，院子里已是马达声声。</p>
        </div>
      </div>
    </figure>
  );
}
