import type { Command } from '../../../commands/command.ts';
import { askingStore, setAsking } from '../../../state/desk-asking.ts';
import type { Asking } from '../../../state/desk-asking.ts';
import { tell } from '../../../state/desk-tell.ts';
import { atPage } from './when.ts';

const toggle = (part: keyof Asking) => () => {
  const asked = !askingStore.getState()[part];
  setAsking({ [part]: asked });
  tell(`desk.asking.${part}.${asked ? 'on' : 'off'}`);
};

/** Which questions a page puts. */
export const askingCommands: readonly Command[] = [
  { id: 'desk.askNear', labelKey: 'command.desk.ask-near', group: 'desk', keys: ['Z N'], when: atPage, run: toggle('near') },
  { id: 'desk.askRoles', labelKey: 'command.desk.ask-roles', group: 'desk', keys: ['Z R'], when: atPage, run: toggle('roles') },
];
