import type { TopicRef } from '#core/model/issue.ts';
import { sameTopic } from '../../state/topics.ts';

export const MOST_DIGITS = 9;

/** Puts a topic on a digit (0 is key 1). If it was on another, the two change places. Past the last, it is added. */
export function withDigit(digits: readonly TopicRef[], at: number, topic: TopicRef): readonly TopicRef[] {
  const before = digits.findIndex((other) => sameTopic(other, topic));
  const next = [...digits];
  const held = next[at];
  if (held === undefined) return before >= 0 || digits.length >= MOST_DIGITS ? digits : [...digits, topic];
  next[at] = topic;
  if (before >= 0) next[before] = held;
  return next;
}

export function withoutDigit(digits: readonly TopicRef[], topic: TopicRef): readonly TopicRef[] {
  return digits.filter((other) => !sameTopic(other, topic));
}
