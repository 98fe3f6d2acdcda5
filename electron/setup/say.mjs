let quiet = false;

/** From here on only failures and waits longer than a moment are told: for verbs whose output belongs to a command. */
export function beQuiet() {
  quiet = true;
}

/**
 * Tells the person at the keyboard something. Always on stderr: stdout belongs to what a verb was asked for.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`stet: ${line}\n`);
}

/**
 * As `say`, but left out when the verb is to be quiet: facts that are good to know and nothing to wait for.
 * @param {string} line
 */
export function mention(line) {
  if (!quiet) say(line);
}
