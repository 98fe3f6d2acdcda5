import type { PointerEvent as ReactPointerEvent } from 'react';
import { PANE_LIMITS, resizePane, usePane } from '../state/panes.ts';
import type { PaneName } from '../state/panes.ts';
import { followPointer } from './follow-pointer.ts';
import './splitter.css';

const STEP = 16;

/** The edge of a pane, to be dragged, or moved with the arrow keys. `side`: where the pane lies. Its width is remembered. */
export function Splitter({ pane, side, label }: { readonly pane: PaneName; readonly side: 'start' | 'end'; readonly label: string }) {
  const { width } = usePane(pane);
  const direction = side === 'start' ? 1 : -1;

  const drag = (event: ReactPointerEvent<HTMLDivElement>) => {
    const from = event.clientX;
    followPointer(event, (moved) => resizePane(pane, width + (moved.clientX - from) * direction));
  };

  return (
    <div
      className={`splitter ${side}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={PANE_LIMITS[pane].min}
      aria-valuemax={PANE_LIMITS[pane].max}
      onPointerDown={drag}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        resizePane(pane, width + (event.key === 'ArrowRight' ? STEP : -STEP) * direction);
      }}
    />
  );
}
