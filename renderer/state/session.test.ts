import { expect, test } from 'vitest';
import { NEW_SESSION, acceptedSince, withWork } from './session.ts';

test('a minute in which something is done counts once, one in which nothing is does not', () => {
  const at = (...seconds: readonly number[]) => seconds.reduce((session, second) => withWork(session, second * 1000), NEW_SESSION).minutes;
  expect([at(), at(0), at(0, 1, 59), at(0, 60), at(0, 59, 3600, 3601)]).toEqual([0, 1, 1, 2, 2]);
});

test('accepted is what is approved since: taken back, it does not count, and never less than nothing does', () => {
  const session = { ...NEW_SESSION, approvedBefore: 4 };
  expect([acceptedSince(session, 4), acceptedSince(session, 9), acceptedSince(session, 2), acceptedSince(NEW_SESSION, 7)]).toEqual([0, 5, 0, 0]);
});
