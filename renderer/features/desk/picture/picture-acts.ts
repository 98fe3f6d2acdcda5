import { paneStore, togglePane } from '../../../state/panes.ts';
import { PICTURE_MODES, pictureLooksStore, setPictureLooks } from '../../../state/picture-looks.ts';
import { isPictureShown, lookAtPicture, pictureStore, turnPicture } from '../../../state/picture.ts';
import { FIT, turned, turnedSize, zoomed } from '../../../ui/page-image/image-view.ts';
import type { ImageView, Size } from '../../../ui/page-image/image-view.ts';

export const PICTURE_ID = 'desk-picture';

const canvas = () => document.querySelector<HTMLElement>(`#${PICTURE_ID} canvas`);

function showSide(): void {
  if (paneStore.getState()['desk.source'].hidden) togglePane('desk.source');
}

/** Blocks, blocks and picture, picture, and blocks again. A pane that is hidden comes forth with the picture in it. */
export function cyclePicture(): void {
  const { mode } = pictureLooksStore.getState();
  const hidden = paneStore.getState()['desk.source'].hidden;
  showSide();
  if (!hidden || mode === 'blocks') setPictureLooks({ mode: PICTURE_MODES[(PICTURE_MODES.indexOf(mode) + 1) % PICTURE_MODES.length]! });
}

/** Gives the picture the keyboard, showing it if it is not shown. From there, and from it back to the text. */
export function goToPicture(): void {
  const at = canvas();
  if (at && at === document.activeElement) return at.blur();
  showSide();
  if (!isPictureShown()) setPictureLooks({ mode: 'both' });
  focusWhenDrawn();
}

/** The picture may still be on its way: it takes the keyboard when it is drawn, unless something else has taken it meanwhile. */
function focusWhenDrawn(): void {
  const before = document.activeElement;
  const tryIt = () => requestAnimationFrame(() => {
    const at = canvas();
    if (at) {
      if (document.activeElement === before) at.focus();
    } else if (isPictureShown() && pictureStore.getState().loading) {
      tryIt();
    }
  });
  tryIt();
}

/** How the picture is looked at, the size of its pane, and its own as it is turned. Null: it is not drawn. */
function looked(): { readonly view: ImageView; readonly pane: Size; readonly picture: Size } | null {
  const { view, bitmap, turns } = pictureStore.getState();
  const at = canvas();
  return bitmap && at && at.clientWidth > 0 ? { view, pane: { width: at.clientWidth, height: at.clientHeight }, picture: turnedSize(bitmap, turns) } : null;
}

/** Draws the picture larger or smaller around the middle of its pane. */
export function zoomPicture(factor: number): void {
  const now = looked();
  if (now) lookAtPicture(zoomed(now.view, factor, { left: now.pane.width / 2, top: now.pane.height / 2 }, now.pane, now.picture));
}

/** Turns the picture by a quarter to the right. */
export function turnPictureRight(): void {
  const now = looked();
  if (now) turnPicture(turned(now.view, now.pane, now.picture));
}

/** As wide as the pane, from the top. */
export function fitPicture(): void {
  lookAtPicture(FIT);
}
