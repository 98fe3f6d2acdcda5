import { createSpots } from '../../ui/spots.ts';

/** The heads of the schemes and the rows of their topics. */
export const topicSpots = createSpots('.topics');

/** The button of the scheme one is in; before one is in any, of the first that has it. */
export function actInScheme(act: 'import' | 'export'): HTMLElement | null {
  return (topicSpots.here()?.closest('.scheme') ?? document).querySelector<HTMLElement>(`.scheme-head [data-act="${act}"]`);
}
