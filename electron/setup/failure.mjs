import { say } from './say.mjs';

/** A failure that was foreseen: what failed, and what the person at the keyboard can do about it. */
export class SetupFailure extends Error {
  /**
   * @param {string} what one sentence
   * @param {string} remedy what to do, one or more lines
   */
  constructor(what, remedy) {
    super(what);
    this.name = 'SetupFailure';
    this.remedy = remedy;
  }
}

/**
 * Runs a verb to its end and sets the exit status; a foreseen failure is told in two lines, anything else with its stack.
 * @param {() => Promise<number>} verb gives the exit status
 * @returns {Promise<void>}
 */
export async function runVerb(verb) {
  try {
    process.exitCode = await verb();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof SetupFailure) {
      say(`Failed: ${error.message}`);
      for (const line of error.remedy.split('\n')) say(`  ${line}`);
    } else {
      say(`This is a fault in Stet's set-up: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
}
