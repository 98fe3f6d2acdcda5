import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { assetTable } from './asset-table.ts';
import { contentSecurityPolicy, withNonce } from './content-security.ts';
import { devServerOrigin } from './dev-server.ts';

export const SCHEME = 'app';
const HOST = 'stet';
const APP_ORIGIN = `${SCHEME}://${HOST}`;

/** Where the window's page comes from: Stet itself, or the development server under `npm run dev`. */
export const pageOrigin = (): string => devServerOrigin() ?? APP_ORIGIN;

/** The window's page. */
export const pageAddress = (): string => `${pageOrigin()}/`;

/** Makes app:// a scheme with an origin of its own, whose scripts are kept compiled from one start to the next. Has to run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } }]);
}

/** Answers app://stet/ with the files of the built renderer and nothing else. */
export async function serveApp(folder: string): Promise<void> {
  const assets = await assetTable(folder);
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== HOST) return refusal();
    const asset = assets.get(url.pathname);
    if (asset === undefined) return refusal();
    const bytes = await readFile(asset.file);
    if (!asset.type.startsWith('text/html')) return new Response(bytes, { headers: headers(asset.type) });
    const nonce = randomBytes(16).toString('base64');
    return new Response(withNonce(bytes.toString('utf8'), nonce), {
      headers: { ...headers(asset.type), 'content-security-policy': contentSecurityPolicy(nonce) },
    });
  });
}

const refusal = (): Response => new Response(null, { status: 404, headers: headers('text/plain') });

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
