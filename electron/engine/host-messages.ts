import type { AppError } from '#contract/app-error.ts';

/** What main tells the engine over the parent port. `connect` carries one end of a message channel whose other end the window holds. */
export type FromHost =
  | { readonly kind: 'open'; readonly options: EngineOptions; readonly careful: boolean } // careful: what is written is proved first, as in development
  | { readonly kind: 'connect' } // with one port
  | { readonly kind: 'grant'; readonly grant: string; readonly path: string } // a folder the user chose in a dialog
  | { readonly kind: 'close' };

/** What the engine tells main. */
export type ToHost =
  | { readonly kind: 'opened'; readonly folder: string } // the watched folder as the project has it
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'writable' } // what was opened for reading only, since another process wrote to it, can be opened anew to write
  | { readonly kind: 'closed' };

export type EngineOptions = {
  readonly projectPath: string; // the folder NAME.stet; created when `folder` is given and it is not there
  readonly folder: string | null; // the watched folder of a new project
  readonly resourcesPath: string;
  readonly logPath: string;
  readonly acceptedPath?: string | null; // of the list of what is accepted in every project; left out: none is kept
  readonly editor: string; // who signs what is decided, until the project's settings say otherwise
  readonly watch: boolean; // false: read what is there once and watch nothing (command line)
};
