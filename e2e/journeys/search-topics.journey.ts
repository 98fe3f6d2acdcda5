import { expect, test } from '../pages/app.ts';
import { openSamples } from '../pages/samples.ts';

test('by keys alone: a search is restricted to a topic and to one below it, the list is gone to from there, and a hit opened', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const list = page.getByRole('grid', { name: 'What was found' });
  const topics = page.locator('.search-topics .facet');
  const found = page.locator('.search-bar [role=status]');

  await page.evaluate(async () => {
    const [schemes, rows] = [await window.stet.calls['topics.list']({}), await window.stet.calls['library.rows']({ offset: 0, limit: 3, filter: {}, sort: [] })];
    if (!schemes.ok || !rows.ok) return;
    const all = schemes.value.flatMap(({ topics: some }) => some);
    const below = all.find(({ broader }) => broader !== null);
    const above = all.find(({ id, scheme }) => id === below?.broader && scheme === below.scheme);
    for (const [at, topic] of [below, below, above].entries()) {
      if (topic) await window.stet.calls['library.setTopics']({ once: crypto.randomUUID(), selection: { articles: [rows.value.rows[at]!.article] }, add: [{ scheme: topic.scheme, id: topic.id }], remove: [] });
    }
  });

  await page.keyboard.press('Alt+3');
  await page.keyboard.insertText('的');
  await expect(found).toHaveText(/ in \d\d articles$/);
  const everywhere = (await found.textContent()) ?? '';
  await expect(topics.first().locator('.facet-count')).toHaveText('3');
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();

  await test.step('T leads to the topics, Enter restricts to one: to what stands below it too', async () => {
    await page.keyboard.press('t');
    await expect(topics.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(topics.first()).toHaveAttribute('aria-pressed', 'true');
    await expect(found).toHaveText(/ in 3 articles$/);
  });

  await test.step('→ opens its branch and goes into it, ← goes out again', async () => {
    await page.keyboard.press('ArrowRight');
    await expect(topics.first()).toHaveAttribute('aria-expanded', 'true');
    await expect(topics.first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(topics.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(topics.first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(topics.nth(1)).toHaveAttribute('aria-pressed', 'true');
    await expect(found).toHaveText(/ in 2 articles$/);
  });

  await test.step('where nothing is below, → goes into the list, where Enter opens a hit; T comes back to the topic that is asked for', async () => {
    await page.keyboard.press('ArrowRight');
    await expect(list).toBeFocused();
    await page.keyboard.press('t');
    await expect(topics.nth(1)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(list).toBeFocused();
    await expect(found).toHaveText(/ in 2 articles$/);
    await page.keyboard.press('Enter');
    await expect(page.locator('.articles [data-passage]').first()).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(found).toHaveText(/ in 2 articles$/);
    await list.focus();
    await page.keyboard.press('Escape');
    await expect(found).toHaveText(everywhere);
  });
  expect(complaints).toEqual([]);
});

test('by keys alone: a search is restricted to days and to a status', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const list = page.getByRole('grid', { name: 'What was found' });
  const found = page.locator('.search-bar [role=status]');
  const dates = () => list.locator('.data-body .data-row').evaluateAll((rows) => [...new Set(rows.map((row) => /\d{4}-\d{2}/u.exec(row.textContent ?? '')?.[0]))]);
  await page.keyboard.press('Alt+3');
  await page.keyboard.insertText('的');
  await expect(found).toHaveText(/ in \d\d articles$/);
  const everywhere = (await found.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await page.keyboard.press('d');
  await expect(page.getByRole('textbox', { name: /From/i })).toBeFocused();
  await page.keyboard.insertText('2024-06');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('2024-06-30');
  await page.keyboard.press('Enter'); // at once: what was typed holds
  await expect(list).toBeFocused();
  await expect(found).not.toHaveText(everywhere);
  await expect.poll(dates).toEqual(['2024-06']);
  await page.keyboard.press('Escape');
  await expect(found).toHaveText(everywhere);

  await page.evaluate(async () => {
    const rows = await window.stet.calls['library.rows']({ offset: 0, limit: 1, filter: { text: '班长裴大勇' }, sort: [] });
    if (rows.ok) await window.stet.calls['library.setStatus']({ once: crypto.randomUUID(), selection: { articles: [rows.value.rows[0]!.article] }, status: 'problem' });
  });
  await page.keyboard.press('y');
  await page.keyboard.press('p');
  await expect(found).toHaveText(/ in 1 article$/);
  await expect(list.locator('.data-body .data-row').first()).toContainText('Problem');
  expect(complaints).toEqual([]);
});
