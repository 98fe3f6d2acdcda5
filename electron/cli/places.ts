import { fileURLToPath } from 'node:url';

/** The program's own folder: the built command line lies two folders below it, as its source does. */
export const rootFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The program's resources. */
export const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url));
