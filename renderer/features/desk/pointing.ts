import type { PointerEvent } from 'react';
import { passageId } from '#core/model/ids.ts';
import { hover } from '../../state/desk-view.ts';

// By the pointer's own movement: what comes to lie under a pointer that rests, because a key moved the text, is not pointed at.

const attributeAt = ({ target }: PointerEvent, name: string): string | null => (target instanceof Element ? (target.closest(`[${name}]`)?.getAttribute(name) ?? null) : null);

/** The pointer moves over the articles. */
export function pointAtPassage(event: PointerEvent): void {
  const passage = attributeAt(event, 'data-passage');
  hover(passage === null ? null : passageId(passage));
}

/** The pointer moves over the blocks of the source: the first passage that has text of a block is pointed at. */
export function pointAtBlock(event: PointerEvent): void {
  const [owner = ''] = attributeAt(event, 'data-owner')?.split(' ') ?? [];
  hover(owner === '' ? null : passageId(owner));
}

export function pointAtNothing(): void {
  hover(null);
}
