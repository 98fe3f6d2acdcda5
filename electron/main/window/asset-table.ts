import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

export type Asset = { readonly file: string; readonly type: string };

/**
 * Lists what may be served: URL path to file, for every file below a folder whose kind is known. Made once, before anything is asked for:
 * what a request names is looked up here and never joined to a path, so no spelling of `..` leads out of the folder.
 */
export async function assetTable(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const table = new Map<string, Asset>();
  const walk = async (below: string, url: string): Promise<void> => {
    for (const entry of await readdir(below, { withFileTypes: true })) {
      const file = join(below, entry.name);
      const path = `${url}/${encodeURIComponent(entry.name)}`;
      const type = TYPES[extname(entry.name)];
      if (entry.isDirectory()) await walk(file, path);
      else if (entry.isFile() && type !== undefined) table.set(path, { file, type });
    }
  };
  await walk(folder, '');
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
