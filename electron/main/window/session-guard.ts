import type { Session } from 'electron';
import { SCHEME } from './app-scheme.ts';

/**
 * Shuts a session off: no permission is ever granted, nothing is loaded but our own files, nothing is downloaded.
 * `devServer` is the origin of the development server, which `npm run dev` alone has.
 */
export function guardSession(session: Session, devServer: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false); // it fetches dictionaries
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url, devServer) }));
}

function isOurs(text: string, devServer: string | null): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return false;
  if (url.protocol === `${SCHEME}:`) return true;
  if (devServer === null) return false;
  return url.protocol === 'devtools:' || url.origin === devServer || url.origin === devServer.replace(/^http/, 'ws');
}
