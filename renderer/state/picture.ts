import { createStore, useStore } from 'zustand';
import type { AppError } from '#contract/app-error.ts';
import type { Companion, Picture } from '#contract/schemas/companion.ts';
import type { IssueId } from '#contract/schemas/library.ts';
import { upright } from '../ui/page-image/upright.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { FIT, onceMore } from '../ui/page-image/image-view.ts';
import type { ImageView, Turns } from '../ui/page-image/image-view.ts';
import { call, listen } from '../bridge/bridge.ts';
import { appStore } from './app.ts';
import { deskStore } from './desk.ts';
import { pictureLooksStore, recallPictureLooks } from './picture-looks.ts';

type State = {
  readonly issue: IssueId | null; // the page on the desk
  readonly companion: Companion | null; // the picture beside its text
  readonly page: number; // of the picture file, from 0
  readonly pages: number;
  readonly bitmap: ImageBitmap | null;
  readonly problem: AppError | null; // why that page of it is not there
  readonly loading: boolean;
  readonly turns: Turns;
  readonly view: ImageView;
};

const EMPTY: State = { issue: null, companion: null, page: 0, pages: 1, bitmap: null, problem: null, loading: false, turns: 0, view: FIT };

/** The picture of the page on the desk, as far as it is shown. */
export const pictureStore = createStore<State>(() => EMPTY);

export const usePicture = <T>(select: (state: State) => T): T => useStore(pictureStore, select);

/** The most pixels of a picture that are kept: a broadsheet at 240 dots an inch. */
const MOST_PIXELS = 24_000_000;

/** Decodes what the engine sent. Rejects where the bytes are not the picture they claim to be. */
async function toBitmap({ image }: Picture): Promise<ImageBitmap> {
  if (image.kind === 'pixels') return createImageBitmap(new ImageData(new Uint8ClampedArray(image.bytes.buffer, image.bytes.byteOffset, image.bytes.byteLength), image.width, image.height));
  const shrink = Math.sqrt(MOST_PIXELS / (image.width * image.height));
  const file = new Blob([image.bytes], { type: image.type });
  const decoded = await (shrink >= 1 ? createImageBitmap(file) : createImageBitmap(file, { resizeWidth: Math.max(1, Math.round(image.width * shrink)), resizeQuality: 'high' }));
  return upright(decoded, image.orientation);
}

const DAMAGED: AppError = { code: 'picture-unreadable', why: 'damaged' };

/** How the pictures looked at since the start were turned: each page of each file as it then was. A file that is another one is not turned. */
const turnsOf = new Map<string, Turns>();
const turnedName = ({ issue, companion, page }: State) => `${issue} ${page} ${companion?.mark}`;

let asked = 0; // counts what was asked for: an answer to an older question is passed over

function put(state: Partial<State>): void {
  const before = pictureStore.getState().bitmap;
  pictureStore.setState(state);
  if (before && before !== pictureStore.getState().bitmap) before.close();
}

/** Fetches the page that is wanted, unless no picture is shown. */
async function load(): Promise<void> {
  const { issue, companion, page } = pictureStore.getState();
  asked += 1;
  const mine = asked;
  if (issue === null || companion === null || pictureLooksStore.getState().mode === 'blocks') return;
  put({ loading: true, problem: null });
  const picture = await call('companion.image', { issue, page });
  if (mine !== asked) return;
  if (!picture.ok) {
    if (picture.error.code === 'engine-restarted' || picture.error.code === 'cancelled') return put({ loading: false }); // asked again when it is back
    if (page > 0 && picture.error.code === 'picture-unreadable' && picture.error.why === 'no-such-page') return goToPicturePage(0);
    return put({ loading: false, bitmap: null, pages: 1, problem: picture.error });
  }
  const bitmap = await toBitmap(picture.value).catch(() => null);
  if (mine !== asked) return bitmap?.close();
  put({ loading: false, bitmap, turns: turnsOf.get(turnedName(pictureStore.getState())) ?? 0, pages: picture.value.pages, problem: bitmap ? null : DAMAGED });
}

/** Looks whether there is a picture, and whether it is another one. */
async function find(): Promise<void> {
  const { issue, companion } = pictureStore.getState();
  if (issue === null) return;
  const found = await call('companion.find', { issue });
  if (pictureStore.getState().issue !== issue || !found.ok) return;
  if (found.value?.mark === companion?.mark && found.value !== null && pictureStore.getState().bitmap) return;
  put(found.value ? { companion: found.value } : { ...EMPTY, issue });
  await load();
}

const look = (): void => void find();

/** Reads the picture again: the last time it could not be shown. */
export function retryPicture(): void {
  void find();
}

/** Goes to a page of the picture file, from 0. */
export function goToPicturePage(page: number): void {
  put({ page, view: FIT });
  void load();
}

export function lookAtPicture(view: ImageView): void {
  pictureStore.setState({ view });
}

/** Turns the picture by a quarter to the right, to be looked at so from then on. It stays so as long as Stet runs. */
export function turnPicture(view: ImageView): void {
  const state = pictureStore.getState();
  const name = turnedName(state); // of the page that is wanted, which may still be on its way
  const turns = onceMore(turnsOf.get(name) ?? 0);
  turnsOf.set(name, turns);
  pictureStore.setState({ turns, view });
}

/** Whether a picture is shown beside the text on the desk. */
export const isPictureShown = (): boolean => pictureStore.getState().companion !== null && pictureLooksStore.getState().mode !== 'blocks';

/** Follows which page is on the desk, what the engine says of its picture, and which project is open. To be called once. */
export function followPicture(): void {
  deskStore.subscribe(({ page }) => {
    const issue = page?.id ?? null;
    if (issue === pictureStore.getState().issue) return;
    asked += 1;
    put({ ...EMPTY, issue });
    afterPaint(look);
  });
  pictureLooksStore.subscribe(({ mode }, before) => {
    const { bitmap, loading } = pictureStore.getState();
    if (mode !== before.mode && mode !== 'blocks' && !bitmap && !loading) void load();
  });
  appStore.subscribe(({ app, engine }, before) => {
    if (app?.project?.id !== before.app?.project?.id) recallPictureLooks();
    if (engine.state === 'ready' && before.engine.state !== 'ready') void find();
  });
  listen('companion.changed', ({ issue }) => {
    if (issue === pictureStore.getState().issue) void find();
  });
}
