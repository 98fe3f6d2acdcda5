import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKOUT, expect, test, userEnvironment } from '../pages/app.ts';

test('a Stet that cannot open its window says why and ends', async ({ launch, home }) => {
  // A checkout whose renderer was never built.
  const broken = join(home, 'broken');
  await mkdir(broken);
  await cp(join(CHECKOUT, 'dist', 'main'), join(broken, 'dist', 'main'), { recursive: true });
  await cp(join(CHECKOUT, 'dist', 'chunks'), join(broken, 'dist', 'chunks'), { recursive: true });
  await cp(join(CHECKOUT, 'package.json'), join(broken, 'package.json'));

  const whole = await launch();
  const electron = await whole.app.evaluate(() => process.execPath);
  await whole.quit();
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = spawn(electron, [...flags, broken, `--user-data-dir=${join(home, 'data')}`], { env: userEnvironment(home, 'en'), stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(program, 'close')) as [number];
  expect(code).toBe(1);
  const id = /Stet could not start \(([0-9a-f]{8})\)/.exec(said)?.[1] ?? 'no id';
  expect(await readFile(join(home, 'data', 'logs', 'main.log'), 'utf8')).toContain(`bug ${id}: `);
});

test('a Stet that is quit in its first moments ends', async ({ launch }) => {
  // Several times, as it hangs on where among the page's first steps it falls: before it was mended, one in three to five stayed on without a window.
  for (let time = 0; time < 5; time += 1) {
    const stet = await launch();
    await stet.quit();
  }
});

test('settings that cannot be read cost nothing but themselves', async ({ launch, home }) => {
  await mkdir(join(home, 'data'));
  await writeFile(join(home, 'data', 'settings.json'), '{"theme": "dark", "projects": 7, "bounds": "here"}');
  const stet = await launch();
  expect(await stet.page.evaluate(() => window.stet.calls['app.state']({}))).toMatchObject({ ok: true, value: { themeSetting: 'dark', recent: [], project: null } });
});
