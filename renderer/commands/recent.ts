import { recall, remember } from '../state/remember.ts';

const MOST_KEPT = 20;

const isIds = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Ids of the commands given through the palette, the last one first. */
export function recentCommands(): readonly string[] {
  return recall('commands', isIds) ?? [];
}

/** Notes that a command was given. */
export function rememberCommand(id: string): void {
  remember('commands', [id, ...recentCommands().filter((other) => other !== id)].slice(0, MOST_KEPT));
}
