/** Keys of the window's notation that the system's menus write otherwise. */
const NAMES: Readonly<Record<string, string>> = { ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', Escape: 'Esc', '+': 'Plus' };

/**
 * A command's keys as a menu writes them: the first way that is one stroke. Null where there is none (a menu cannot write a sequence).
 * Takes the notation of the window: `Mod+Shift+O`, `Alt+ArrowLeft`, `?`, `R H`.
 */
export function acceleratorOf(ways: readonly string[]): string | null {
  const way = ways.find((one) => !one.includes(' '));
  if (way === undefined) return null;
  const isPlus = way === '+' || way.endsWith('++');
  const parts = (isPlus ? way.slice(0, -1) : way).split('+').filter((part) => part !== '');
  const key = isPlus ? '+' : (parts.pop() ?? '');
  const modifiers = parts.map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part));
  return [...modifiers, NAMES[key] ?? key].join('+');
}
