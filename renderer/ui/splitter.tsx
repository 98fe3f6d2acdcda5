import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent as ReactPointerEvent } from 'react';
import { PANE_LIMITS, resizePane, usePane } from '../state/panes.ts';
import type { PaneName } from '../state/panes.ts';
import { followPointer } from './follow-pointer.ts';
import './splitter.css';

const STEP = 16;
const LEFT = 400; // what the main pane beside it keeps, in CSS pixels

/** The edge of a pane, to be dragged, or moved with the arrow keys. `side`: where the pane lies. Its width is remembered. It stands between the pane and the main one. */
export function Splitter({ pane, side, label }: { readonly pane: PaneName; readonly side: 'start' | 'end'; readonly label: string }) {
  const { width } = usePane(pane);
  const edge = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(width);
  const direction = side === 'start' ? 1 : -1;
  useEffect(() => {
    const beside = edge.current && paneOf(edge.current, side);
    if (!beside) return;
    const observer = new ResizeObserver(() => setDrawn(Math.round(beside.getBoundingClientRect().width)));
    observer.observe(beside);
    return () => observer.disconnect();
  }, [side]);

  // From the width it is drawn with, which may be less than was chosen: else an edge would not move where it is pulled.
  const resizer = (handle: HTMLElement): ((by: number) => void) => {
    const from = paneOf(handle, side)?.getBoundingClientRect().width ?? width;
    const room = Math.max(0, (mainOf(handle, side)?.getBoundingClientRect().width ?? LEFT) - LEFT);
    return (by) => resizePane(pane, from + Math.min(by * direction, room));
  };
  const drag = (event: ReactPointerEvent<HTMLDivElement>) => {
    const from = event.clientX;
    const resize = resizer(event.currentTarget);
    followPointer(event, (moved) => resize(moved.clientX - from));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    resizer(event.currentTarget)(event.key === 'ArrowRight' ? STEP : -STEP);
  };

  return (
    <div
      ref={edge}
      className={`splitter ${side}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={drawn}
      aria-valuemin={Math.min(PANE_LIMITS[pane].min, drawn)}
      aria-valuemax={PANE_LIMITS[pane].max}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
    />
  );
}

const paneOf = (edge: HTMLElement, side: 'start' | 'end') => (side === 'start' ? edge.previousElementSibling : edge.nextElementSibling);
const mainOf = (edge: HTMLElement, side: 'start' | 'end') => (side === 'start' ? edge.nextElementSibling : edge.previousElementSibling);
