import { parseKeys } from './keys.ts';
import type { Stroke } from './keys.ts';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Backspace: '⌫', Delete: 'Del', PageUp: 'PgUp', PageDown: 'PgDn',
};

/** What the keys bear on this keyboard, by event.code, where the system tells. */
export type KeyCaps = ReadonlyMap<string, string>;

function strokeLabel(stroke: Stroke, caps: KeyCaps, mac: boolean): string {
  const cap = stroke.by === 'code' ? (caps.get(stroke.key)?.toUpperCase() ?? stroke.written) : (SIGNS[stroke.written] ?? stroke.written);
  if (mac) return `${stroke.alt ? '⌥' : ''}${stroke.shift ? '⇧' : ''}${stroke.mod ? '⌘' : ''}${cap}`;
  const shift = stroke.shift ? (stroke.mod || stroke.alt ? 'Shift+' : '⇧') : '';
  return `${stroke.mod ? 'Ctrl+' : ''}${stroke.alt ? 'Alt+' : ''}${shift}${cap}`;
}

/** The caps to press, one string a stroke: `R H` gives ['R', 'H'], `Mod+K` gives ['Ctrl+K']. */
export function keyLabels(notation: string, caps: KeyCaps, mac: boolean): readonly string[] {
  return parseKeys(notation).map((stroke) => strokeLabel(stroke, caps, mac));
}
