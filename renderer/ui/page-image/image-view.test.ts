import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIT, onceMore, panned, placed, turned, turnedSize, zoomed } from './image-view.ts';
import type { ImageView, Placed, Point, Size, Turns } from './image-view.ts';

const size = fc.record({ width: fc.integer({ min: 20, max: 5000 }), height: fc.integer({ min: 20, max: 5000 }) });
const point = fc.record({ left: fc.integer({ min: -4000, max: 4000 }), top: fc.integer({ min: -4000, max: 4000 }) });
const steps = fc.array(fc.oneof(point.map((by) => ({ kind: 'pan' as const, by })), fc.record({ kind: fc.constant('zoom' as const), factor: fc.double({ min: 0.2, max: 5, noNaN: true }), at: point })), { maxLength: 8 });

function walked(pane: Size, picture: Size, moves: typeof steps extends fc.Arbitrary<infer T> ? T : never): ImageView {
  let view = FIT;
  for (const move of moves) view = move.kind === 'pan' ? panned(view, move.by, pane, picture) : zoomed(view, move.factor, move.at, pane, picture);
  return view;
}

const ends = ({ left, top, scale }: Placed, picture: Size) => ({ right: left + picture.width * scale, bottom: top + picture.height * scale });

/** The point of the picture that lies in the middle of the pane. */
function middle(view: ImageView, pane: Size, picture: Size): Point {
  const at = placed(view, pane, picture);
  return { left: (pane.width / 2 - at.left) / at.scale, top: (pane.height / 2 - at.top) / at.scale };
}

describe('looking at a picture', () => {
  it('begins as wide as the pane, at the top', () => {
    expect(placed(FIT, { width: 300, height: 200 }, { width: 600, height: 900 })).toEqual({ scale: 0.5, left: 0, top: 0 });
  });

  it('never shows a gap beside a picture that is larger than the pane, wherever one goes', () => {
    fc.assert(fc.property(size, size, steps, (pane, picture, moves) => {
      const at = placed(walked(pane, picture, moves), pane, picture);
      const { right, bottom } = ends(at, picture);
      const slack = 1e-6 * Math.max(1, picture.width * at.scale, picture.height * at.scale);
      if (picture.width * at.scale > pane.width + slack) expect(at.left <= slack && right >= pane.width - slack).toBe(true);
      else expect(at.left >= -slack && right <= pane.width + slack).toBe(true);
      if (picture.height * at.scale > pane.height + slack) expect(at.top <= slack && bottom >= pane.height - slack).toBe(true);
      else expect(at.top >= -slack && bottom <= pane.height + slack).toBe(true);
    }));
  });

  it('keeps what is under the pointer where it is when it grows', () => {
    const [pane, picture] = [{ width: 400, height: 300 }, { width: 4000, height: 6000 }];
    const before = zoomed(panned(FIT, { left: 0, top: -120 }, pane, picture), 4, { left: 200, top: 150 }, pane, picture);
    fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }), fc.double({ min: 1, max: 3, noNaN: true }), (left, top, factor) => {
      const [from, to] = [placed(before, pane, picture), placed(zoomed(before, factor, { left, top }, pane, picture), pane, picture)];
      expect((left - to.left) / to.scale).toBeCloseTo((left - from.left) / from.scale, 6);
      expect((top - to.top) / to.scale).toBeCloseTo((top - from.top) / from.scale, 6);
    }));
  });

  it('comes back where it was: a step there and one back', () => {
    const [pane, picture] = [{ width: 400, height: 300 }, { width: 4000, height: 6000 }];
    const view = zoomed(FIT, 3, { left: 200, top: 100 }, pane, picture);
    const there = panned(view, { left: -90, top: -140 }, pane, picture);
    expect(placed(panned(there, { left: 90, top: 140 }, pane, picture), pane, picture).top).toBeCloseTo(placed(view, pane, picture).top, 6);
    expect(there).not.toEqual(view);
  });

  it('grows and shrinks within bounds', () => {
    const [pane, picture] = [{ width: 400, height: 300 }, { width: 4000, height: 6000 }];
    const at = { left: 10, top: 10 };
    expect(zoomed(FIT, 1e9, at, pane, picture).zoom).toBeCloseTo(20, 6);
    expect(zoomed(FIT, 1e-9, at, pane, picture).zoom).toBeCloseTo(0.1, 6);
  });

  it('turned, shows in the middle what it showed there, as large, where there is picture enough around it', () => {
    const [pane, picture] = [{ width: 400, height: 300 }, { width: 4000, height: 6000 }];
    const inner = fc.record({ left: fc.integer({ min: 800, max: 3200 }), top: fc.integer({ min: 800, max: 5200 }) });
    fc.assert(fc.property(inner, fc.double({ min: 4, max: 12, noNaN: true }), ({ left, top }, zoom) => {
      const before = { zoom, x: left / picture.width, y: top / picture.height };
      const after = turned(before, pane, picture);
      const turnedPicture = turnedSize(picture, 1);
      expect(middle(after, pane, turnedPicture).left).toBeCloseTo(picture.height - top, 4); // what was at the top is at the right
      expect(middle(after, pane, turnedPicture).top).toBeCloseTo(left, 4);
      expect(placed(after, pane, turnedPicture).scale).toBeCloseTo(placed(before, pane, picture).scale, 8);
    }));
  });

  it('turned four times, is what it was; as wide as the pane, it is so at each', () => {
    const [pane, picture] = [{ width: 400, height: 300 }, { width: 4000, height: 6000 }];
    let [view, turns]: [ImageView, Turns] = [{ zoom: 5, x: 0.4, y: 0.6 }, 0];
    for (let i = 0; i < 4; i += 1) [view, turns] = [turned(view, pane, turnedSize(picture, turns)), onceMore(turns)];
    expect([turns, view.zoom]).toEqual([0, 5]);
    expect([view.x, view.y]).toEqual([expect.closeTo(0.4, 6), expect.closeTo(0.6, 6)]);
    expect(turned(FIT, pane, picture)).toEqual(FIT);
  });

  it('turned, leaves no gap and stays within its bounds', () => {
    fc.assert(fc.property(size, size, steps, (pane, picture, moves) => {
      const after = turned(walked(pane, picture, moves), pane, picture);
      const [seen, at] = [turnedSize(picture, 1), placed(after, pane, turnedSize(picture, 1))];
      const slack = 1e-6 * Math.max(1, seen.width * at.scale, seen.height * at.scale);
      expect(after.zoom >= 0.1 - 1e-9 && after.zoom <= 20 + 1e-9).toBe(true);
      if (seen.width * at.scale > pane.width + slack) expect(at.left <= slack && at.left + seen.width * at.scale >= pane.width - slack).toBe(true);
      if (seen.height * at.scale > pane.height + slack) expect(at.top <= slack && at.top + seen.height * at.scale >= pane.height - slack).toBe(true);
    }));
  });
});
