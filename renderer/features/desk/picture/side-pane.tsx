import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent as ReactPointerEvent } from 'react';
import { useT } from '../../../state/language.ts';
import { setPictureLooks, usePictureLooks } from '../../../state/picture-looks.ts';
import type { PictureMode } from '../../../state/picture-looks.ts';
import { usePicture } from '../../../state/picture.ts';
import { followPointer } from '../../../ui/follow-pointer.ts';
import { SourcePane } from '../source/source-pane.tsx';
import { PicturePane } from './picture-pane.tsx';

const STEP = 0.04; // of the pane, for an arrow key

/** What the pane beside the articles shows now: a page without a picture shows its blocks. */
export function useSideMode(): PictureMode {
  const mode = usePictureLooks((looks) => looks.mode);
  const has = usePicture((state) => state.companion !== null);
  return has ? mode : 'blocks';
}

/** Where the page comes from: the blocks of its text, its picture, or one above the other. */
export function SidePane() {
  const mode = useSideMode();
  const share = usePictureLooks((looks) => looks.share);
  const side = useRef<HTMLDivElement>(null);
  return (
    <div ref={side} className="desk-origin">
      {mode !== 'picture' && <SourcePane />}
      {mode === 'both' && <Divider side={side} share={share} />}
      {mode !== 'blocks' && <div className="picture-part" style={mode === 'both' ? { flex: `0 0 ${share * 100}%` } : { flex: '1' }}><PicturePane /></div>}
    </div>
  );
}

/** The edge between blocks and picture, to be dragged, or moved with the arrow keys. */
function Divider({ side, share }: { readonly side: { readonly current: HTMLElement | null }; readonly share: number }) {
  const t = useT();
  const drag = (event: ReactPointerEvent<HTMLDivElement>) => {
    const [height, from] = [side.current?.clientHeight ?? 1, event.clientY];
    followPointer(event, (moved) => setPictureLooks({ share: share - (moved.clientY - from) / height }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    setPictureLooks({ share: share + (event.key === 'ArrowUp' ? STEP : -STEP) });
  };
  return (
    <div
      className="picture-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('image.divider')}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={20}
      aria-valuemax={85}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
    />
  );
}
