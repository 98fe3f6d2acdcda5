import { expect, test } from '../pages/app.ts';
import type { Stet } from '../pages/app.ts';

type Shown = { readonly label: string; readonly accelerator: string | null; readonly enabled: boolean; readonly registered: boolean };

/** What the system's menu shows under a heading; of a submenu its own items, after its heading. */
const shown = ({ app }: Stet, heading: string): Promise<readonly Shown[]> => app.evaluate(({ Menu }, name) => {
  const items = Menu.getApplicationMenu()?.items.find((item) => item.label === name)?.submenu?.items ?? [];
  return items.flatMap((item) => [item, ...(item.submenu?.items ?? [])]).filter(({ type }) => type !== 'separator')
    .map(({ label, accelerator, enabled, registerAccelerator, role }) => ({ label, accelerator: accelerator === undefined ? null : String(accelerator), enabled, registered: registerAccelerator && (role as string | undefined) === undefined }));
}, heading);

const choose = ({ app }: Stet, heading: string, label: string) => app.evaluate(({ Menu }, [name, wanted]) => {
  Menu.getApplicationMenu()?.items.find((item) => item.label === name)?.submenu?.items.find((item) => item.label === wanted)?.click();
}, [heading, label] as const);

/** Presses a key as the system would: the window gets it first, and what it passes over goes to the menu. */
const press = ({ app }: Stet, keyCode: string, ...modifiers: ('control' | 'alt' | 'shift')[]) => app.evaluate(({ BrowserWindow }, [key, held]) => {
  const contents = BrowserWindow.getAllWindows()[0]!.webContents;
  for (const type of ['keyDown', 'keyUp'] as const) contents.sendInputEvent({ type, keyCode: key, modifiers: [...held] });
}, [keyCode, modifiers] as const);

test('the system’s menu has the commands and their keys in both languages, follows keys that are changed, and never does a thing twice', async ({ launch }) => {
  const stet = await launch();
  const { page } = stet;
  const entry = async (heading: string, label: string) => (await shown(stet, heading)).find((item) => item.label === label);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.stet.events['app.command'](({ command }) => void heard.push(command));
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard);

  await test.step('without a project, what needs one is grey', async () => {
    await expect.poll(() => entry('Go', 'History')).toEqual({ label: 'History', accelerator: 'Alt+6', enabled: false, registered: false });
    expect(await entry('File', 'Open folder…')).toEqual({ label: 'Open folder…', accelerator: 'CmdOrCtrl+O', enabled: true, registered: false });
    expect(await entry('Help', 'Keys')).toMatchObject({ accelerator: '?', enabled: true });
  });

  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(12).waitFor();

  await test.step('with one it can be done, in both languages', async () => {
    expect(await entry('Go', 'History')).toMatchObject({ enabled: true });
    expect(await entry('Edit', 'Undo')).toMatchObject({ accelerator: 'CmdOrCtrl+Z', registered: false });
    await page.evaluate(() => window.stet.calls['app.setLanguage']({ language: 'zh-Hans' }));
    expect(await entry('前往', '历史')).toMatchObject({ accelerator: 'Alt+6', enabled: true });
    for (const heading of ['文件', '编辑', '视图', '前往', '帮助']) expect((await shown(stet, heading)).length, heading).toBeGreaterThan(2);
    await page.evaluate(() => window.stet.calls['app.setLanguage']({ language: 'en' }));
  });

  await test.step('a key that is changed is shown', async () => {
    await page.evaluate(() => window.stet.calls['app.setKeys']({ keys: { 'app.go.history': ['Alt+H'] } }));
    await expect.poll(async () => (await entry('Go', 'History'))?.accelerator).toBe('Alt+H');
    await page.evaluate(() => window.stet.calls['app.setKeys']({ keys: {} }));
    await expect.poll(async () => (await entry('Go', 'History'))?.accelerator).toBe('Alt+6');
  });

  await test.step('a press that the menu shows too is done once, by the window', async () => {
    const live = async () => page.evaluate(async () => {
      const all = await window.stet.calls['history.all']({ before: null, skip: 0, limit: 100, filter: {} });
      return all.ok ? all.value.rows.map(({ label, state }) => `${label} ${state}`) : [];
    });
    for (const status of ['problem', 'approved'] as const) {
      await page.evaluate((wanted) => window.stet.calls['library.setStatus']({ once: `menu-${wanted}`, selection: { filter: {} }, status: wanted }), status);
    }
    await page.locator('main [role=grid]').focus();
    await press(stet, 'Z', 'control');
    await expect.poll(live).toEqual(['undo none', 'set-status undone', 'set-status live']);
    await press(stet, '6', 'alt');
    await expect(page.getByRole('grid', { name: 'History' })).toBeVisible();
    await press(stet, '1', 'alt');
    await expect(page.locator('.library')).toBeVisible();
    expect(await live()).toEqual(['undo none', 'set-status undone', 'set-status live']);
    expect(await heard()).toEqual([]);
  });

  await test.step('chosen in the menu it is done, and where it cannot be, it says why', async () => {
    await choose(stet, 'Go', 'History');
    await expect(page.getByRole('grid', { name: 'History' })).toBeVisible();
    expect(await heard()).toEqual(['app.go.history']);
    await choose(stet, 'Go', 'Go to the next doubt');
    await expect(page.locator('.toast')).toContainText('Not now: at the Desk.');
    await choose(stet, 'Edit', 'Undo');
    await expect(page.getByRole('row').filter({ hasText: 'Undo: Status changed' })).toHaveCount(2);
  });
});
