import { parseArgs } from 'node:util';
import { CommandError } from './command.ts';
import type { Command, Io } from './command.ts';
import { COMMANDS } from './registry.ts';

const overview = () => [
  'stet COMMAND [ARGUMENT …]',
  '',
  ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`),
  '',
  'stet COMMAND --help says more of one. Exit status: 0 done, 1 failed (stderr says why, with a code), 2 the arguments are off.',
].join('\n');

const helpOf = ({ name, usage, summary, help }: Command) => [`stet ${name} ${usage}`, '', summary, '', help].join('\n');

async function runCommand(command: Command, rest: readonly string[], io: Io): Promise<number> {
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(helpOf(command));
    return 0;
  }
  let args: ReturnType<typeof parseArgs>;
  try {
    args = parseArgs({ args: [...rest], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError('usage', error instanceof Error ? error.message : String(error));
  }
  return command.run(args, io);
}

/** Runs the command line. Returns the exit status; never throws. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      io.out(overview());
      return name === undefined ? 2 : 0;
    }
    const command = COMMANDS.find((each) => each.name === name);
    if (!command) throw new CommandError('usage', `there is no command ${JSON.stringify(name)}; stet --help lists them`);
    return await runCommand(command, rest, io);
  } catch (error) {
    if (error instanceof CommandError) {
      io.err(`stet: ${error.code}: ${error.message}`);
      return error.code === 'usage' ? 2 : 1;
    }
    io.err(`stet: bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
}
