import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Database } from '../db/database.ts';
import { temporaryProject } from '../testing/project.ts';
import { Changes } from './changes.ts';
import { keepLogShort } from './log-keeper.ts';

function opened() {
  const path = join(temporaryProject().base, 'some.db');
  const db = Database.open(path, 'keep');
  onTestFinished(() => db.close());
  db.exec('CREATE TABLE some (id INTEGER PRIMARY KEY)');
  const changes = new Changes();
  const waiting = { act: null as (() => void) | null, set: 0 };
  const stop = keepLogShort({ db, changes }, {
    set: (act) => {
      [waiting.act, waiting.set] = [act, waiting.set + 1];
      return {} as NodeJS.Timeout;
    },
    clear: () => void (waiting.act = null),
  });
  onTestFinished(stop);
  const decide = (times: number) => {
    for (let n = 0; n < times; n += 1) {
      db.run('INSERT INTO some DEFAULT VALUES');
      changes.tell({ issues: new Map(), head: { entry: 1, at: '' }, files: false, topicsOrSettings: false, accepted: false });
      changes.flush();
    }
  };
  return { changes, waiting, stop, decide, log: () => statSync(`${path}-wal`).size };
}

test('the log begins anew after several decisions: it does not grow until a commit waits for it to be taken up', () => {
  const { waiting, decide, log } = opened();
  decide(19);
  expect(waiting.act).toBeNull();
  decide(1);
  const full = log();
  waiting.act!();
  decide(15);
  expect(log()).toBe(full);
});

test('it is taken up once nobody decides for a moment: every further decision puts it off', () => {
  const { waiting, decide } = opened();
  decide(22);
  expect(waiting.set).toBe(3);
  waiting.act!();
  decide(19);
  expect(waiting.set).toBe(3);
});

test('what the folder brings is no decision, and once it has stopped it listens to nothing', () => {
  const { changes, waiting, stop, decide } = opened();
  decide(19);
  changes.tell({ issues: new Map(), head: null, files: true, topicsOrSettings: false, accepted: false });
  changes.flush();
  expect(waiting.act).toBeNull();
  decide(1);
  expect(waiting.act).not.toBeNull();
  stop();
  decide(40);
  expect(waiting.act).toBeNull();
});
