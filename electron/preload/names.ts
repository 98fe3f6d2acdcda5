import type { CallName, Calls } from '#contract/calls.ts';
import type { EventName, Events } from '#contract/events.ts';

// The contract's names once more, without its schemas: a sandboxed script need not carry a validator it does not use.
// The compiler refuses this file while a name is missing, too many, or answered elsewhere than the contract says.

export const CALL_TARGETS = {
  'app.setLanguage': 'main',
  'app.setTheme': 'main',
  'app.state': 'main',
  'export.chooseFolder': 'main',
  'export.estimate': 'engine',
  'export.formats': 'engine',
  'export.show': 'main',
  'export.start': 'engine',
  'files.list': 'engine',
  'files.readLarge': 'engine',
  'files.setEncoding': 'engine',
  'history.list': 'engine',
  'history.redo': 'engine',
  'history.undo': 'engine',
  'issue.dropUnplaced': 'engine',
  'issue.edit': 'engine',
  'issue.find': 'engine',
  'issue.open': 'engine',
  'issue.type': 'engine',
  'job.cancel': 'engine',
  'library.facets': 'engine',
  'library.neighbour': 'engine',
  'library.rows': 'engine',
  'library.setMetadata': 'engine',
  'library.setStatus': 'engine',
  'library.setTopics': 'engine',
  'project.close': 'main',
  'project.info': 'engine',
  'project.openExisting': 'main',
  'project.openFolder': 'main',
  'project.openRecent': 'main',
  'project.openSamples': 'main',
  'project.rescan': 'engine',
  'project.setSettings': 'engine',
  'topics.add': 'engine',
  'topics.change': 'engine',
  'topics.list': 'engine',
} as const satisfies { readonly [K in CallName]: Calls[K]['to'] };

export const EVENT_SOURCES = {
  'app.changed': 'main',
  'app.command': 'main',
  'engine.state': 'main',
  'files.changed': 'engine',
  'issue.changed': 'engine',
  'job.progress': 'engine',
  'library.changed': 'engine',
  'project.saved': 'engine',
} as const satisfies { readonly [K in EventName]: Events[K]['from'] };
