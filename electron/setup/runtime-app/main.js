// Stands in for Electron's default app in the fallback runtime, which is shipped without one: opens the app whose folder
// is the first argument that is not a flag. The top-level awaits matter: without them `ready` fires before the app listens.
import { app } from 'electron';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let folder;
for (let index = 0; index < args.length && folder === undefined; index += 1) {
  const arg = args[index];
  if (arg === '-r' || arg === '--require') require(resolve(args[(index += 1)]));
  else if (!arg.startsWith('-')) folder = resolve(arg);
}

if (folder === undefined) {
  process.stderr.write('Usage: electron [flags] FOLDER [arguments]\n');
  app.exit(2);
} else {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
  await import(pathToFileURL(join(folder, manifest.main)).href);
}
