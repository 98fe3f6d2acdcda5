/** A picture file above this is not read. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** The most pixels a file may claim to have: a broadsheet at 600 dots an inch has some 140 million. */
export const MOST_PIXELS = 150_000_000;

/** The longest side a file may claim, in pixels. */
export const LONGEST_SIDE = 32_000;

/** The most pixels sent to the window: a broadsheet at 200 dots an inch. */
export const SENT_PIXELS = 16_000_000;

/** How long a page may take to be drawn, in milliseconds. */
export const PATIENCE = 20_000;

/** Whether a picture of that size is drawn at all. */
export const isDrawable = (width: number, height: number): boolean => width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS;
