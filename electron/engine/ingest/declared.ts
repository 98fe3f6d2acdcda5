import type { Encoding } from '#contract/schemas/file.ts';

/** How much of a document is looked at for what it says of its own encoding, in bytes. */
const HEAD = 1024;

const NAMES: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'utf-8',
  'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be',
  gb18030: 'gb18030', gbk: 'gb18030', cp936: 'gb18030', gb2312: 'gb18030', 'x-gbk': 'gb18030',
  big5: 'big5', 'big5-hkscs': 'big5', cp950: 'big5',
};

const XML = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/u;
const HTML = /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.-]+)/iu;

/** Whether bytes begin as markup does, in any encoding that keeps ASCII or in UTF-16. */
export function beginsAsMarkup(bytes: Uint8Array): boolean {
  for (const byte of bytes.subarray(0, HEAD)) {
    if (byte === 0x3c) return true;
    // Blanks, what a byte order mark is made of, and the other half of a unit of UTF-16.
    if (byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte !== 0xff && byte !== 0xfe) return false;
  }
  return false;
}

/** The encoding that an XML or HTML document declares, or shows by the two bytes of its first `<`; null where there is none, or none that Stet knows. */
export function declaredEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const name = (XML.exec(head) ?? HTML.exec(head))?.[1]?.toLowerCase();
  return (name !== undefined && NAMES[name]) || null;
}
