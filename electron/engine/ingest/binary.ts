const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** How files that hold no text begin: documents, pictures, archives, programs, databases. */
const SIGNATURES: readonly Uint8Array[] = [
  '%PDF-', '\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*', 'PK\x03\x04', 'PK\x05\x06', 'Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c',
  '\x1f\x8b\x08', 'BZh9', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'AT&TFORM', '\0\0\0\x0cjP  ', '\x7fELF', 'MZ\x90\0',
  'SQLite format 3\0', 'OggS', 'ID3', '\0\0\0\x18ftyp', '\0\0\0\x20ftyp', '\0asm',
].map(latin1);

/** A larger share of controls than this is no text; less is a text in which some bytes went wrong. */
const MOST_CONTROLS = 0.1;

/** Whether the bytes begin like a kind of file that holds no text. */
export function hasSignature(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, i) => bytes[i] === byte));
}

/** Controls that no text needs: all below U+0020 but tab, line ends and form feed, and U+007F. */
function isControl(code: number): boolean {
  return code < 0x20 ? code < 0x09 || (code > 0x0d && code !== 0x1a) : code === 0x7f;
}

/** Whether so many of the bytes are controls that this is no text in any encoding that keeps ASCII. */
export function mostlyControlBytes(bytes: Uint8Array): boolean {
  let controls = 0;
  for (let i = 0; i < bytes.length; i += 1) if (isControl(bytes[i] ?? 0)) controls += 1;
  return controls > bytes.length * MOST_CONTROLS;
}

/** The same of a decoded text. */
export function mostlyControls(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) controls += 1;
  return controls > text.length * MOST_CONTROLS;
}
