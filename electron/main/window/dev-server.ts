import { app } from 'electron';

/** The origin of the development server, which `npm run dev` names; null in everything else, and in a packaged Stet whatever is named. */
export function devServerOrigin(): string | null {
  const named = process.env['STET_DEV_SERVER'];
  if (app.isPackaged || named === undefined || !URL.canParse(named)) return null;
  const url = new URL(named);
  return url.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === 'localhost') ? url.origin : null;
}
