/** The threads of the engine, by what they do. */
export type ThreadName = 'check' | 'export' | 'hash' | 'language' | 'learn' | 'page' | 'picture' | 'ready' | 'search';

/** Where the bundle has the entry of a thread, seen from any of its folders. Run from source there is no such file: what the thread would do is done without it. */
export const threadEntry = (name: ThreadName): URL => new URL(`../engine/${name}-worker.js`, import.meta.url);
