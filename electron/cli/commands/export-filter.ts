import { STATUSES } from '#core/model/issue.ts';
import type { Status, TopicRef } from '#core/model/issue.ts';
import type { Filter } from '#contract/schemas/library.ts';
import type { Topic } from '#contract/schemas/project.ts';
import { CommandError } from '../command.ts';
import type { Args } from '../command.ts';

/** The options of `stet export` that say which articles leave. */
export const FILTER_OPTIONS = {
  approved: { type: 'boolean' },
  status: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  topic: { type: 'string', multiple: true },
  untagged: { type: 'boolean' },
  folder: { type: 'string' },
} as const;

export const FILTER_HELP: readonly string[] = [
  '--approved           only articles that a person has approved; the same as --status approved',
  `--status NAME        only articles of this status, may be given more than once: ${STATUSES.join(', ')}`,
  '--from, --to DATE    only pages of this time, both ends included: YYYY, YYYY-MM or YYYY-MM-DD',
  '--topic NAME         only articles with this topic or one below it, may be given more than once: a label in either language, an id or SCHEME:ID',
  '--untagged           only articles without a topic',
  '--folder PATH        only pages in this folder of the watched folder, or below it',
];

/** Whether any of them was given. */
export const asksForFilter = ({ values }: Args): boolean => Object.keys(FILTER_OPTIONS).some((name) => values[name] !== undefined);

/** The filter that the options ask for. `topics`: all of the project's. */
export function exportFilter(args: Args, topics: readonly Topic[]): Filter {
  const many = (name: string): readonly string[] => [args.values[name] ?? []].flat().map(String);
  const status = [...new Set([...(args.values['approved'] === true ? ['approved'] : []), ...many('status')])].map(statusNamed);
  const named = many('topic').map((name) => topicNamed(name, topics));
  const [dateFrom, dateTo] = [dateOf(args, 'from'), dateOf(args, 'to')];
  const folder = many('folder')[0]?.replace(/\\/gu, '/').replace(/^\.?\/+|\/+$/gu, '');
  return {
    ...(status.length > 0 && { status }),
    ...(named.length > 0 && { topics: named }),
    ...(args.values['untagged'] === true && { untagged: true }),
    ...(folder && { folder }),
    ...(dateFrom && { dateFrom }),
    ...(dateTo && { dateTo }),
  };
}

function statusNamed(name: string): Status {
  const status = STATUSES.find((each) => each === name);
  if (!status) throw new CommandError('usage', `there is no status ${JSON.stringify(name)}; known are ${STATUSES.join(', ')}`);
  return status;
}

function dateOf(args: Args, name: string): string | undefined {
  const value = args.values[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(value)) throw new CommandError('usage', `--${name} wants a date: YYYY, YYYY-MM or YYYY-MM-DD`);
  return value;
}

function topicNamed(name: string, topics: readonly Topic[]): TopicRef {
  const wanted = name.toLowerCase();
  const found = topics.filter(({ scheme, id, labels }) => [id, `${scheme}:${id}`, ...Object.values(labels)].some((each) => each.toLowerCase() === wanted));
  if (found.length === 1) return { scheme: found[0]!.scheme, id: found[0]!.id };
  if (found.length === 0) throw new CommandError('usage', `there is no topic ${JSON.stringify(name)}`);
  throw new CommandError('usage', `${JSON.stringify(name)} is the name of more than one topic: ${found.map(({ scheme, id }) => `${scheme}:${id}`).join(', ')}`);
}
