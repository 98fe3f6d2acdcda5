import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent as ReactPointerEvent } from 'react';
import { followPointer } from '../follow-pointer.ts';
import { panned, placed, turnedSize, zoomed } from './image-view.ts';
import type { ImageView, Point, Size, Turns } from './image-view.ts';
import './page-image.css';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const STEP = 0.15; // of the pane, for an arrow key
const WHEEL_ZOOM = 0.0022; // for each pixel the wheel turns

type Props = {
  readonly bitmap: ImageBitmap;
  readonly turns: Turns;
  readonly view: ImageView;
  readonly label: string;
  readonly onView: (view: ImageView) => void;
};

/** A picture to be moved about in and looked at closely: arrows and dragging move, the wheel too; with Control the wheel zooms where it points. */
export function PageImage({ bitmap, turns, view, label, onView }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pane, setPane] = useState<Size | null>(null);
  const latest = useRef({ view, pane, picture: turnedSize(bitmap, turns), onView });
  useLayoutEffect(() => {
    latest.current = { view, pane, picture: turnedSize(bitmap, turns), onView };
  });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setPane({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = latest.current;
      if (!now.pane) return;
      if (event.ctrlKey || event.metaKey) now.onView(zoomed(now.view, Math.exp(-event.deltaY * WHEEL_ZOOM), { left: event.offsetX, top: event.offsetY }, now.pane, now.picture));
      else now.onView(panned(now.view, event.shiftKey ? { left: -event.deltaY, top: 0 } : { left: -event.deltaX, top: -event.deltaY }, now.pane, now.picture));
    };
    element.addEventListener('wheel', onWheel, { passive: false }); // React's own cannot keep the window from zooming
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, []);

  useLayoutEffect(() => {
    if (canvas.current && pane) draw(canvas.current, { bitmap, turns, view, pane });
  }, [bitmap, turns, view, pane]);

  const pan = (by: Point) => {
    const now = latest.current;
    if (now.pane) now.onView(panned(now.view, by, now.pane, now.picture));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow || !pane || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    pan({ left: arrow[0] * pane.width * STEP, top: arrow[1] * pane.height * STEP });
  };
  const drag = (event: ReactPointerEvent<HTMLCanvasElement>) => {
    if (event.button !== 0 && event.button !== 1) return;
    let last = { left: event.clientX, top: event.clientY };
    followPointer(event, (moved) => {
      const next = { left: moved.clientX, top: moved.clientY };
      pan({ left: next.left - last.left, top: next.top - last.top });
      last = next;
    });
  };
  return <canvas ref={canvas} className="page-image" role="img" aria-label={label} tabIndex={0} onKeyDown={onKeyDown} onPointerDown={drag} />;
}

type Drawing = { readonly bitmap: ImageBitmap; readonly turns: Turns; readonly view: ImageView; readonly pane: Size };

function draw(canvas: HTMLCanvasElement, { bitmap, turns, view, pane }: Drawing): void {
  const context = canvas.getContext('2d');
  if (!context || pane.width === 0 || pane.height === 0) return;
  const dots = window.devicePixelRatio;
  const [width, height] = [Math.round(pane.width * dots), Math.round(pane.height * dots)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  const picture = turnedSize(bitmap, turns);
  const { scale, left, top } = placed(view, pane, picture);
  context.imageSmoothingQuality = 'high';
  context.translate((left + (picture.width * scale) / 2) * dots, (top + (picture.height * scale) / 2) * dots);
  context.rotate((turns * Math.PI) / 2);
  const [wide, high] = [bitmap.width * scale * dots, bitmap.height * scale * dots];
  context.drawImage(bitmap, -wide / 2, -high / 2, wide, high);
}
