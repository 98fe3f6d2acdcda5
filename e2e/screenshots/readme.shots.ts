import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CHECKOUT, test } from '../pages/app.ts';

const folder = join(CHECKOUT, 'resources', 'screenshots');

for (const language of ['en', 'zh-Hans'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${language} ${theme}`, async ({ launch }) => {
      const { page, app } = await launch({ language });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
      await page.evaluate((wanted) => window.stet.calls['app.setTheme']({ theme: wanted }), theme);
      const shot = (name: string) => page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) });
      await shot('start');
      await openSamples(page);
      await shot('library');
    });
  }
}

async function openSamples(page: Page): Promise<void> {
  await page.evaluate(() => window.stet.calls['project.openSamples']({}));
  await page.getByRole('row').nth(12).waitFor();
}
