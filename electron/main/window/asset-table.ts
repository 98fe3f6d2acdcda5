import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export type Asset = { readonly file: string; readonly type: string };

/**
 * Lists what may be served: URL path to file, for every file below a folder whose kind is known. Made once, before anything is asked for:
 * what a request names is looked up here and never joined to a path, so no spelling of `..` leads out of the folder.
 */
export function assetTable(folder: string): ReadonlyMap<string, Asset> {
  const table = new Map<string, Asset>();
  const walk = (below: string, url: string): void => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      const file = join(below, entry.name);
      const path = `${url}/${encodeURIComponent(entry.name)}`;
      const type = TYPES[extname(entry.name)];
      if (entry.isDirectory()) walk(file, path);
      else if (entry.isFile() && type !== undefined) table.set(path, { file, type });
    }
  };
  walk(folder, '');
  const index = table.get('/index.html');
  if (index !== undefined) table.set('/', index);
  return table;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
