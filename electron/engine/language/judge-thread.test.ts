import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test, vi } from 'vitest';
import { openEngine } from '../engine.ts';
import { RESOURCES } from '../ingest/testing/fixture.ts';
import { bundleThreadEntry } from '../ingest/testing/thread-entry.ts';
import { layoutOf } from '../project/layout.ts';
import { issueAt, must, temporaryProject } from '../testing/project.ts';
import { judgeThread } from './judge-thread.ts';

const { entry, dispose } = await bundleThreadEntry('language-worker');
afterAll(dispose);

const page = (day: number, reporter: string) => `清河渡口第${day}班船开航\n\n本报讯（记者 ${reporter}）清河渡口今天恢复通航，老船工天不亮就起来擦船。\n`;
const PAGES = [...Array.from({ length: 6 }, (_, day) => page(day + 1, '方未晴')), page(7, '方末晴')];

test('texts are judged on a thread, which counts, keeps, answers, and leaves memory when nobody asks; what it counted is hurt and it says that it knows nothing', async () => {
  const place = temporaryProject();
  for (const [at, text] of PAGES.entries()) writeFileSync(join(place.folder, `${at}.txt`), text);
  const engine = must(await openEngine({ projectPath: place.projectPath, folder: place.folder, resourcesPath: RESOURCES, logPath: join(place.base, 'engine.log'), editor: 'Editor', watch: false }));
  onTestFinished(() => engine.close());
  await engine.settled();
  const layout = layoutOf(place.projectPath);
  const thread = judgeThread({
    place: { project: layout.project, sources: layout.sources, isStill: false, resourcesPath: RESOURCES, path: layout.language }, stores: engine.store, entry, idle: 20,
  });
  onTestFinished(() => thread.stop());
  const issue = issueAt(engine, `${PAGES.length - 1}.txt`);
  const asked = { issue, texts: ['（记者 方末晴）'] };

  expect(thread.isAwake()).toBe(false);
  expect(await thread.run('judge', asked)).toBeNull();
  const head = await thread.run('count', { approved: [], extent: 100 });
  expect(head).toMatchObject({ extent: 100 });
  expect(await thread.run('judge', asked)).toMatchObject({ version: head!.version, judged: [{ variants: [{ meant: { name: '方未晴', times: 6, pages: 6 } }] }] });
  const pages = await thread.run('pages', { issues: [issue] });
  expect(Object.values(pages!.pages[0]!.texts).filter((said) => said !== null)).toHaveLength(1);

  await vi.waitFor(() => expect(thread.isAwake()).toBe(false), 30_000);
  expect(await thread.run('judge', asked)).toMatchObject({ version: head!.version }); // read again from what was kept
  await vi.waitFor(() => expect(thread.isAwake()).toBe(false), 30_000);
  rmSync(layout.language);
  expect(await thread.run('judge', asked)).toBeNull();

  await thread.stop();
  await expect(thread.run('judge', asked)).rejects.toThrow('stopped');
});
