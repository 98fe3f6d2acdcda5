import manifest from '../../package.json' with { type: 'json' };

/** Stet's own version. */
export const VERSION = manifest.version;
