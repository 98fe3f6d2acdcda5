import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { keysSchema, languageSchema, READING, readingSchema, themeSchema } from '#contract/schemas/project.ts';
import { unsentSchema } from '#contract/schemas/unsent.ts';
import type { Log } from './log.ts';
import { writeWhole } from '../../files/write-whole.ts';

const whole = v.pipe(v.number(), v.safeInteger());

/** A project this computer has had open. `id` is what the window knows it by; the paths stay here. */
const knownProjectSchema = v.object({
  id: v.string(),
  projectPath: v.string(), // NAME.stet
  folder: v.string(), // the watched folder, as a real path
  openedAt: v.string(), // ISO 8601
});

const boundsSchema = v.object({ x: whole, y: whole, width: whole, height: whole, maximized: v.boolean() });

// Each part falls back by itself: one that cannot be read must not cost the others.
const settingsSchema = v.object({
  language: v.fallback(v.union([v.literal('system'), languageSchema]), 'system'),
  theme: v.fallback(v.union([v.literal('system'), themeSchema]), 'system'),
  keys: v.fallback(keysSchema, {}),
  reading: v.fallback(readingSchema, READING),
  unsent: v.fallback(v.array(unsentSchema), []), // what windows could not send before it closed
  bounds: v.fallback(v.nullable(boundsSchema), null),
  projects: v.fallback(v.array(knownProjectSchema), []),
  lastProject: v.fallback(v.nullable(v.string()), null), // id of the one that was open when Stet was quit
});

export type KnownProject = v.InferOutput<typeof knownProjectSchema>;
export type Bounds = v.InferOutput<typeof boundsSchema>;
export type Settings = v.InferOutput<typeof settingsSchema>;

export type SettingsStore = {
  readonly get: () => Settings;
  /** Changes settings at once; they are written soon after, one write at a time. */
  readonly change: (part: Partial<Settings>) => void;
  /** Resolves when what was changed is on the disk, or is known not to get there. */
  readonly written: () => Promise<void>;
};

/** Reads the program's settings from a file. One that is missing or cannot be read gives the defaults. At once: nothing can begin without them. */
export function openSettings(path: string, log: Log): SettingsStore {
  let settings = v.parse(settingsSchema, readObject(path, log));
  let writing: Promise<void> = Promise.resolve();
  let isWaiting = false;

  const write = async (): Promise<void> => {
    isWaiting = false;
    try {
      await writeWhole(path, `${JSON.stringify(settings, null, 2)}\n`, 'owner');
    } catch (error) {
      log.say(`the settings were not written: ${String(error)}`);
    }
  };

  return {
    get: () => settings,
    change: (part) => {
      settings = { ...settings, ...part };
      if (isWaiting) return;
      isWaiting = true;
      writing = writing.then(write);
    },
    written: () => writing,
  };
}

function readObject(path: string, log: Log): object {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return {}; // the first start
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // told below
  }
  log.say(`the settings in ${path} cannot be read; starting with the defaults`);
  return {};
}
