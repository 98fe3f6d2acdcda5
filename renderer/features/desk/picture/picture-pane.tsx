import { cyclePicture, fitPicture, PICTURE_ID, turnPictureRight, zoomPicture } from './picture-acts.ts';
import { useT } from '../../../state/language.ts';
import { goToPicturePage, lookAtPicture, retryPicture, usePicture } from '../../../state/picture.ts';
import { errorText } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { CutName } from '../../../ui/cut-name.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageImage } from '../../../ui/page-image/page-image.tsx';
import { ZOOM_STEP } from '../../../ui/page-image/image-view.ts';
import { Waiting } from '../../../ui/waiting.tsx';
import './picture.css';

/** The picture of the page: what was printed. */
export function PicturePane() {
  const t = useT();
  const { companion, page, pages, bitmap, problem, turns, view } = usePicture((state) => state);
  const name = companion?.name ?? '';
  return (
    <section id={PICTURE_ID} className="picture-pane" aria-label={t('image.title')}>
      <div className="desk-bar">
        <h2>{t('image.title')}</h2>
        <button type="button" aria-label={t('command.desk.picture')} onClick={cyclePicture}><CommandKeys of="desk.picture" /></button>
        <CutName name={name} focusable />
        {pages > 1 && (
          <span className="picture-pages">
            <button type="button" aria-label={t('command.desk.picture-previous')} disabled={page === 0} onClick={() => goToPicturePage(page - 1)}>‹</button>
            {t('image.page', { page: page + 1, pages })}
            <button type="button" aria-label={t('command.desk.picture-next')} disabled={page === pages - 1} onClick={() => goToPicturePage(page + 1)}>›</button>
          </span>
        )}
        {bitmap && <span className="bar-end picture-zoom">
          <button type="button" aria-label={t('command.desk.picture-out')} onClick={() => zoomPicture(1 / ZOOM_STEP)}><CommandKeys of="desk.pictureOut" /></button>
          <span className="figure">{t('image.zoom', { percent: Math.round(view.zoom * 100) })}</span>
          <button type="button" aria-label={t('command.desk.picture-in')} onClick={() => zoomPicture(ZOOM_STEP)}><CommandKeys of="desk.pictureIn" /></button>
          <button type="button" title={t('image.fit')} onClick={fitPicture}><span className="bar-words">{t('image.fit')}</span> <CommandKeys of="desk.pictureFit" /></button>
          <button type="button" title={t('command.desk.picture-turn')} onClick={turnPictureRight}><span className="bar-words" aria-hidden="true">⟳</span> <span className="visually-hidden">{t('command.desk.picture-turn')}</span> <CommandKeys of="desk.pictureTurn" /></button>
        </span>}
      </div>
      {problem ? (
        <div className="picture-problem">
          <Notice title={t('image.failed')} actions={<Button onClick={retryPicture}>{t('image.again')}</Button>}>
            {problem.code === 'picture-unreadable' ? t(`image.problem.${problem.why}`, { name }) : errorText(t, problem)}
          </Notice>
        </div>
      ) : bitmap ? (
        <PageImage bitmap={bitmap} turns={turns} view={view} label={t('image.label', { name, page: page + 1, pages })} onView={lookAtPicture} />
      ) : (
        <Waiting />
      )}
    </section>
  );
}
