import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { ProtocolRequest, ProtocolResponse } from 'electron';
import { assetTable } from './asset-table.ts';
import type { Asset } from './asset-table.ts';
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

/**
 * Answers app://stet/ with the files of the built renderer and nothing else. Not by `protocol.handle`: it takes and gives the objects of `fetch`, for which Node loads
 * a whole HTTP client before the first answer, a tenth of the time a start takes.
 */
export function serveApp(folder: string): void {
  const assets = assetTable(folder);
  protocol.registerBufferProtocol(SCHEME, (request, answer) => {
    const asset = assetFor(request, assets);
    if (asset === undefined) return answer(REFUSAL);
    readFile(asset.file).then((bytes) => answer(asServed(asset, bytes)), () => answer(REFUSAL));
  });
}

function assetFor({ url: address, method }: ProtocolRequest, assets: ReadonlyMap<string, Asset>): Asset | undefined {
  const url = new URL(address);
  return method === 'GET' && url.host === HOST ? assets.get(url.pathname) : undefined;
}

function asServed({ type }: Asset, bytes: Buffer): ProtocolResponse {
  if (!type.startsWith('text/html')) return { data: bytes, headers: headers(type) };
  const nonce = randomBytes(16).toString('base64');
  return { data: Buffer.from(withNonce(bytes.toString('utf8'), nonce)), headers: { ...headers(type), 'content-security-policy': contentSecurityPolicy(nonce) } };
}

const REFUSAL: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0), headers: headers('text/plain') };

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
