import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CHECKOUT, expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';

async function makeFolder(home: string, ...path: readonly string[]): Promise<string> {
  const folder = join(home, ...path);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'page.txt'), '标题一行\n\n本报讯（记者 岑远）今天的第一段。\n');
  return folder;
}

const openFolder = (stet: Stet) => stet.page.evaluate(() => window.stet.calls['project.openFolder']({}));
const appState = async (stet: Stet) => {
  const state = await stet.page.evaluate(() => window.stet.calls['app.state']({}));
  if (!state.ok) throw new Error(state.error.code);
  return state.value;
};
const isUsable = (stet: Stet) => stet.page.evaluate(async () => (await window.stet.calls['project.info']({})).ok);
const projectsOf = async (stet: Stet) => (await readdir(join(stet.documents, 'Stet'))).sort();

test('a folder’s project lies beside the documents, and the same folder opens the same project', async ({ launch, home }) => {
  const first = await makeFolder(home, 'papers', '2024');
  const second = await makeFolder(home, 'other', '2024');
  const stet = await launch({ dialogs: [first, second, first, null] });

  const one = await openFolder(stet);
  expect(one).toMatchObject({ ok: true, value: { name: '2024', folder: first } });
  const two = await openFolder(stet);
  expect(two).toMatchObject({ ok: true, value: { name: '2024 2', folder: second } });
  expect(await openFolder(stet)).toEqual(one);
  expect(await openFolder(stet)).toEqual({ ok: true, value: null }); // Cancel
  expect(await projectsOf(stet)).toEqual(['2024 2.stet', '2024.stet']);
  expect(await readdir(first)).toEqual(['page.txt']); // nothing is ever written there

  expect((await appState(stet)).recent.map(({ name, there }) => [name, there])).toEqual([['2024', true], ['2024 2', true]]);
});

test('a project is found again when the settings are gone', async ({ launch, home }) => {
  const first = await makeFolder(home, 'papers', '2024');
  const second = await makeFolder(home, 'other', '2024');
  const before = await launch({ dialogs: [first, second] });
  await openFolder(before);
  await openFolder(before);
  await before.quit();

  await rm(join(home, 'data', 'settings.json'));
  const stet = await launch({ dialogs: [second] });
  expect((await appState(stet)).project).toBe(null);
  expect(await openFolder(stet)).toMatchObject({ ok: true, value: { name: '2024 2', folder: second } });
  expect(await projectsOf(stet)).toEqual(['2024 2.stet', '2024.stet']);
});

test('what was open is open again at the next start, and what was closed is not', async ({ launch, home }) => {
  const folder = await makeFolder(home, 'papers');
  const first = await launch({ dialogs: [folder] });
  const opened = await openFolder(first);
  await first.quit();

  const second = await launch();
  await expect.poll(() => isUsable(second)).toBe(true);
  expect((await appState(second)).project).toEqual(opened.ok ? opened.value : null);
  await second.page.evaluate(() => window.stet.calls['project.close']({}));
  expect(await second.page.evaluate(() => window.stet.calls['project.info']({}))).toEqual({ ok: false, error: { code: 'no-project' } });
  expect(await second.engines()).toEqual([]);
  await second.quit();

  const third = await launch();
  const state = await appState(third);
  expect(state.project).toBe(null);
  const [recent] = state.recent;
  expect(await third.page.evaluate((id) => window.stet.calls['project.openRecent']({ id }), recent?.id ?? '')).toEqual(opened);
  expect(await isUsable(third)).toBe(true);
});

test('a window that is loaded anew finds its engine', async ({ launch, home }) => {
  const folder = await makeFolder(home, 'papers');
  const stet = await launch({ dialogs: [folder] });
  await openFolder(stet);
  await stet.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.reload());
  await expect.poll(() => isUsable(stet).catch(() => false)).toBe(true);
  expect(await stet.engines()).toHaveLength(1);
});

test('a page whose process dies comes back, with its project', async ({ launch, home }) => {
  const folder = await makeFolder(home, 'papers');
  const stet = await launch({ dialogs: [folder] });
  await openFolder(stet);
  const revived = stet.app.evaluate(
    ({ webContents }) => new Promise<boolean>((resolve) => webContents.getAllWebContents()[0]?.once('dom-ready', () => resolve(true))),
  );
  const pid = await stet.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId());
  process.kill(pid ?? 0, 'SIGKILL');
  expect(await revived).toBe(true);
  const info = await stet.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.executeJavaScript(`window.stet.calls['project.info']({})`) as Promise<unknown>);
  expect(info).toMatchObject({ ok: true, value: { folder } });
});

test('what is no project is refused, and what was open stays open', async ({ launch, home }) => {
  const folder = await makeFolder(home, 'papers');
  const empty = join(home, 'empty.stet');
  await mkdir(empty);
  const noProjects = [folder, empty, join(home, 'gone.stet')];
  const stet = await launch({ dialogs: [folder, ...noProjects, empty] });
  await openFolder(stet);
  for (const path of noProjects) {
    const refused = await stet.page.evaluate(() => window.stet.calls['project.openExisting']({}));
    expect(refused).toEqual({ ok: false, error: { code: 'not-a-project', path } });
    expect(await isUsable(stet)).toBe(true);
  }
  await stet.page.keyboard.press('Control+Shift+O'); // the same by hand: which folder it was is to be read
  await expect(stet.page.getByText(`“${empty}” is not a Stet project.`)).toBeVisible();
  expect((await appState(stet)).project?.folder).toBe(folder);
  expect(await readdir(empty)).toEqual([]);
});

test('language and theme are switched at once and remembered', async ({ launch }) => {
  const first = await launch({ language: 'en' });
  const menu = (stet: Stet) => stet.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(await appState(first)).toMatchObject({ language: 'en', languageSetting: 'system', themeSetting: 'system' });
  expect(await menu(first)).toContain('File');
  await first.page.evaluate(async () => {
    await window.stet.calls['app.setLanguage']({ language: 'zh-Hans' });
    await window.stet.calls['app.setTheme']({ theme: 'dark' });
  });
  expect(await menu(first)).toContain('文件');
  expect(await first.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await first.quit();

  const second = await launch({ language: 'en' });
  expect(await appState(second)).toMatchObject({ language: 'zh-Hans', languageSetting: 'zh-Hans', theme: 'dark', themeSetting: 'dark' });
  await second.page.evaluate(() => window.stet.calls['app.setLanguage']({ language: 'system' }));
  expect((await appState(second)).language).toBe('en');
  await second.quit();

  const third = await launch({ language: 'zh-Hans' });
  expect(await appState(third)).toMatchObject({ language: 'zh-Hans', languageSetting: 'system' });
});

test('the system’s menu sends commands', async ({ launch }) => {
  const stet = await launch();
  await stet.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.stet.events['app.command'](({ command }) => void heard.push(command));
  });
  await stet.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find((item) => item.label === 'File');
    file?.submenu?.items.find((item) => item.label === 'Close project')?.click();
  });
  await expect.poll(() => stet.page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard)).toEqual(['project.close']);
});

test('an export folder is a word to the window and a place only to main', async ({ launch, home }) => {
  const folder = await makeFolder(home, 'papers');
  const target = join(home, 'out');
  await mkdir(target);
  const stet = await launch({ dialogs: [folder, target, null] });
  await openFolder(stet);
  await stet.app.evaluate(({ shell }) => {
    Object.assign(globalThis, { shown: [] as string[] });
    shell.showItemInFolder = (path) => void (globalThis as unknown as { shown: string[] }).shown.push(path);
  });
  const chosen = await stet.page.evaluate(() => window.stet.calls['export.chooseFolder']({}));
  if (!chosen.ok || chosen.value === null) throw new Error('no folder was chosen');
  expect(chosen.value.label).toBe(target);
  expect(chosen.value.grant).not.toContain('out');
  expect(await stet.page.evaluate(() => window.stet.calls['export.chooseFolder']({}))).toEqual({ ok: true, value: null });
  expect(await stet.page.evaluate((grant) => window.stet.calls['export.show']({ grant }), chosen.value.grant)).toEqual({ ok: true, value: null });
  expect(await stet.app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)).toEqual([target]);
});

test('a second start brings the first to the front and ends', async ({ launch, home }) => {
  const stet = await launch();
  const told = stet.app.evaluate(({ app }) => new Promise<boolean>((resolve) => app.once('second-instance', () => resolve(true))));
  const binary = await stet.app.evaluate(() => process.execPath);
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(binary, [...flags, CHECKOUT, `--user-data-dir=${join(home, 'data')}`], { env: { ...process.env, HOME: home }, stdio: 'ignore' });
  await once(second, 'exit');
  expect(await told).toBe(true);
  expect(stet.app.windows().length).toBe(1);
});
