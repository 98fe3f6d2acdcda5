import type { Command } from '../../../commands/command.ts';
import { needing } from '../../../commands/needing.ts';
import { goToPicturePage, isPictureShown, pictureStore } from '../../../state/picture.ts';
import { ZOOM_STEP } from '../../../ui/page-image/image-view.ts';
import { atPage } from '../commands/when.ts';
import { cyclePicture, fitPicture, goToPicture, turnPictureRight, zoomPicture } from './picture-acts.ts';

const hasPicture = needing('needs.picture', () => atPage() && pictureStore.getState().companion !== null);
const atPicture = needing('needs.picture-shown', () => atPage() && isPictureShown());

const hasPage = (step: 1 | -1) => needing('needs.picture-page', () => {
  const { page, pages } = pictureStore.getState();
  return atPicture() && page + step >= 0 && page + step < pages;
});
const turn = (step: 1 | -1) => () => goToPicturePage(pictureStore.getState().page + step);

/** Looking at what was printed, without leaving the text. */
export const pictureCommands: readonly Command[] = [
  { id: 'desk.picture', labelKey: 'command.desk.picture', group: 'view', keys: ['P'], when: hasPicture, run: cyclePicture },
  { id: 'desk.pictureFocus', labelKey: 'command.desk.picture-focus', group: 'view', keys: ['Shift+P'], when: hasPicture, run: goToPicture },
  { id: 'desk.pictureIn', labelKey: 'command.desk.picture-in', group: 'view', keys: ['+', '='], when: atPicture, repeats: true, run: () => zoomPicture(ZOOM_STEP) },
  { id: 'desk.pictureOut', labelKey: 'command.desk.picture-out', group: 'view', keys: ['-'], when: atPicture, repeats: true, run: () => zoomPicture(1 / ZOOM_STEP) },
  { id: 'desk.pictureFit', labelKey: 'command.desk.picture-fit', group: 'view', keys: ['0'], when: atPicture, run: fitPicture },
  { id: 'desk.pictureTurn', labelKey: 'command.desk.picture-turn', group: 'view', keys: ['Shift+R'], when: atPicture, run: turnPictureRight },
  { id: 'desk.pictureNext', labelKey: 'command.desk.picture-next', group: 'view', keys: ['Alt+PageDown'], inText: true, when: hasPage(1), run: turn(1) },
  { id: 'desk.picturePrevious', labelKey: 'command.desk.picture-previous', group: 'view', keys: ['Alt+PageUp'], inText: true, when: hasPage(-1), run: turn(-1) },
];
