import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CHECKOUT, projectFiles } from './files.ts';

const CONFIGURATION = /(?:^|\/)tsconfig[^/]*\.json$|^(?:package\.json|\.oxlintrc\.json|\.dependency-cruiser\.mjs)$|^electron\/(?:no-electron\.d\.ts|setup\/package-table\.mjs)$/;

export type ScratchCheckout = {
  readonly folder: string;
  /** Writes files, by path, and the folders they need. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly remove: () => void;
};

/**
 * A folder outside the checkout with this project's own configuration and none of its code, in which a wall can be broken.
 * `packages` says whether the installed packages are there too.
 */
export function scratchCheckout({ packages }: { readonly packages: boolean }): ScratchCheckout {
  const folder = mkdtempSync(join(tmpdir(), 'stet-guard-'));
  for (const path of projectFiles().filter((each) => CONFIGURATION.test(each))) {
    cpSync(join(CHECKOUT, path), join(folder, path), { recursive: true });
  }
  if (packages) symlinkSync(join(CHECKOUT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
