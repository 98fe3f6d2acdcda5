/**
 * Keys in writing: `J`, `Shift+J`, `Mod+Enter`, `Alt+ArrowUp`, `R H` (R, then H), `?`.
 * `Mod` is Control, on a Mac Command. Letters and digits are physical keys, so that they work with a Chinese input method and on any layout;
 * everything else goes by what the key says.
 */
export type Stroke = {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly by: 'code' | 'key';
  readonly key: string; // an event.code for `code`, an event.key for `key`
  readonly written: string; // the key alone, as written
};

/** The parts of a KeyboardEvent that decide what was pressed. */
export type KeyPress = {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly altGraph: boolean;
};

/** What a Chinese input method or full-width mode makes of punctuation keys. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '？': '?', '／': '/', '、': '/', '【': '[', '】': ']', '「': '[', '」': ']', '｛': '{', '｝': '}', '，': ',', '。': '.', '；': ';', '：': ':', '＋': '+', '－': '-',
};

/** … of those that some of them make of a bracket and others of a brace: with Shift it was the brace. */
const FULL_WIDTH_SHIFTED: Readonly<Record<string, string>> = { '「': '{', '」': '}' };

const signOf = ({ key, shiftKey }: KeyPress): string => (shiftKey ? FULL_WIDTH_SHIFTED[key] : undefined) ?? FULL_WIDTH[key] ?? key;

const NAMED = new Set([
  'Enter', 'Escape', 'Tab', 'Space', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight',
  'F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12',
]);

function parseStroke(written: string): Stroke {
  // The plus sign is a key too: `+`, `Mod++`.
  const isPlus = written === '+' || written.endsWith('++');
  const parts = (isPlus ? written.slice(0, -1) : written).split('+');
  const key = isPlus ? '+' : (parts.at(-1) ?? '');
  const modifiers = parts.slice(0, -1);
  const unknown = modifiers.find((part) => !['Mod', 'Alt', 'Shift'].includes(part));
  if (unknown !== undefined || key === '') throw new Error(`not a key: ${written}`);
  const common = { mod: modifiers.includes('Mod'), alt: modifiers.includes('Alt'), shift: modifiers.includes('Shift'), written: key };
  if (/^[A-Z]$/.test(key)) return { ...common, by: 'code', key: `Key${key}` };
  if (/^[0-9]$/.test(key)) return { ...common, by: 'code', key: `Digit${key}` };
  if (key === 'Space') return { ...common, by: 'key', key: ' ' };
  if (NAMED.has(key) || /^[^\sA-Za-z0-9]$/.test(key)) return { ...common, by: 'key', key };
  throw new Error(`not a key: ${written}`);
}

/** Reads a notation: one stroke, or several to be given one after the other. Throws on a notation that is none: a bug. */
export function parseKeys(notation: string): readonly Stroke[] {
  return notation.split(' ').map(parseStroke);
}

/** How a press is written; null for one that cannot be a key of a command (a modifier alone, a dead key, another modifier). */
export function writePress(press: KeyPress, mac: boolean): string | null {
  const written = pressedKey(press);
  if (written === null) return null;
  const isSign = written.length === 1 && !/^[A-Z0-9]$/.test(written);
  // AltGr is part of the character it makes.
  const ignored = press.altGraph && isSign;
  if (!ignored && (mac ? press.ctrlKey : press.metaKey)) return null;
  const parts = [
    ...(!ignored && (mac ? press.metaKey : press.ctrlKey) ? ['Mod'] : []),
    ...(!ignored && press.altKey ? ['Alt'] : []),
    ...(press.shiftKey && !isSign ? ['Shift'] : []),
    written,
  ];
  return parts.join('+');
}

function pressedKey(press: KeyPress): string | null {
  const { code, key, altGraph } = press;
  if (altGraph && /^[^\sA-Za-z0-9]$/u.test(key)) return key;
  if (/^Key[A-Z]$/.test(code)) return code.slice(3);
  if (/^Digit[0-9]$/.test(code)) return code.slice(5);
  if (key === ' ') return 'Space';
  if (NAMED.has(key)) return key;
  const sign = signOf(press);
  return /^[^\sA-Za-z0-9]$/u.test(sign) ? sign : null;
}

/** Whether the press is this stroke. `mac`: Mod is Command. */
export function matchesStroke(stroke: Stroke, press: KeyPress, mac: boolean): boolean {
  const isPunctuation = stroke.by === 'key' && stroke.key.length === 1 && stroke.key !== ' ';
  // AltGr reports Control and Alt; on layouts that need it for a bracket it is part of the character.
  const ignored = press.altGraph && isPunctuation;
  const mod = !ignored && (mac ? press.metaKey : press.ctrlKey);
  const other = !ignored && (mac ? press.ctrlKey : press.metaKey);
  const alt = !ignored && press.altKey;
  if (mod !== stroke.mod || alt !== stroke.alt || other) return false;
  if (isPunctuation) return signOf(press) === stroke.key;
  if (press.shiftKey !== stroke.shift) return false;
  if (stroke.by === 'key') return press.key === stroke.key;
  return press.code === stroke.key || (stroke.key.startsWith('Digit') && press.code === `Numpad${stroke.written}` && press.key === stroke.written);
}

/** Whether a stroke may be a command while text is being written: it types no character. */
export function typesNothing(stroke: Stroke): boolean {
  if (stroke.mod || stroke.alt) return true;
  return stroke.by === 'key' && stroke.key.length > 1 && !['Enter', 'Tab', 'Backspace', 'Delete', 'Home', 'End'].includes(stroke.key) && !stroke.key.startsWith('Arrow');
}
