export { Desk } from './desk.tsx';
export { deskCommands } from './commands/index.ts';
