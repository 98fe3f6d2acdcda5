import { createSpots } from '../../ui/spots.ts';

/** The pages that would be split otherwise, and the ways of splitting there are. */
export const learningSpots = createSpots('.learning');
