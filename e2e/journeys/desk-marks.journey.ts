import { expect, test } from '../pages/app.ts';
import { openByKeys, openSamples } from '../pages/samples.ts';

const HEADLINE = '楼顶上的菜园子该不该拆';
const FILE = '清河晚报_20240622_03.txt';

test('passages of several articles are marked and acted on together, the last act is done again, letters and a number lead anywhere: by keys alone', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focus = () => page.locator('[data-passage][aria-current="true"]').getAttribute('data-passage');
  const marked = page.locator('.passage.marked');
  const tree = async () => (await desk.stored(FILE)).tree;
  const passages = async () => {
    const { articles, aside } = await tree();
    return new Map([...articles.flatMap((article, at) => article.passages.map(({ id, role }) => [id as string, { role, at }] as const)), ...aside.map(({ id, role }) => [id as string, { role, at: -1 }] as const)]);
  };
  const before = await tree();

  /** Marks the passage in focus, the next but one, and the first of the next article. Gives those that are shown as marked. */
  const markThree = async () => {
    await press('Space', 'j', 'j', 'Space', 'Shift+J', 'Space');
    await expect(marked).toHaveCount(3);
    return marked.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-passage') ?? ''));
  };

  await test.step('marks are told by a sign, a count and the name; Space takes one off, Escape all', async () => {
    await markThree();
    await expect(marked).toHaveCount(3);
    await expect(page.locator('.marks-count')).toContainText('3 marked');
    await expect(marked.locator('.mark-sign')).toHaveText(['✓', '✓', '✓']);
    await expect(page.locator('.passage.focus')).toHaveAttribute('aria-label', /, marked$/);
    await press('Space');
    await expect(marked).toHaveCount(2);
    await press('Escape');
    await expect(marked).toHaveCount(0);
    await expect(page.locator('.marks-count')).toHaveCount(0);
  });

  await test.step('set aside together, and back in one step', async () => {
    await press('Shift+K', 'Shift+K');
    const ids = await markThree();
    await press('u', 'f');
    await expect(marked).toHaveCount(0);
    await expect.poll(async () => { const all = await passages(); return ids.map((id) => all.get(id)); }).toEqual(ids.map(() => ({ role: 'furniture', at: -1 })));
    await press('Control+z');
    await expect.poll(tree).toEqual(before);
  });

  await test.step('sent to an article of their own together', async () => {
    const ids = await markThree();
    await press('g', '0');
    await expect.poll(async () => { const all = await passages(); return new Set(ids.map((id) => all.get(id)?.at)).size; }).toBe(1);
    await expect.poll(async () => (await tree()).articles.length).toBe(before.articles.length + 1);
    await press('Control+z');
    await expect.poll(tree).toEqual(before);
  });

  await test.step('a role once, and again elsewhere with one key', async () => {
    await press('r', 'c');
    const first = (await focus())!;
    await press('j');
    await expect.poll(focus).not.toBe(first);
    const second = (await focus())!;
    await press('.');
    await expect.poll(async () => { const all = await passages(); return [all.get(first)?.role, all.get(second)?.role]; }).toEqual(['caption', 'caption']);
    await press('Control+z', 'Control+z');
    await expect.poll(tree).toEqual(before);
  });

  await test.step('; and its letters lead to a passage in sight; what leads nowhere does nothing', async () => {
    const labels = page.locator('.jump-label');
    await press(';');
    const count = await labels.count();
    expect(count).toBeGreaterThan(3);
    await press('Escape');
    await expect(labels).toHaveCount(0);
    const was = await focus();
    await press(';', 'z');
    await expect(labels).toHaveCount(0);
    expect(await focus()).toBe(was);
    expect(await tree()).toEqual(before);
    await press(';');
    const shown = await page.locator('.articles [data-passage]').evaluateAll((rows) => {
      const view = document.querySelector('.articles')!.getBoundingClientRect();
      return rows.filter((row) => row.getBoundingClientRect().bottom > view.top && row.getBoundingClientRect().top < view.bottom).map((row) => row.getAttribute('data-passage'));
    });
    expect(shown).toHaveLength(count);
    expect((await labels.allTextContents()).slice(0, 4)).toEqual(['a', 's', 'd', 'f']);
    const third = labels.filter({ hasText: 'd' });
    const { y } = (await third.boundingBox())!;
    await page.locator('.articles').evaluate((pane) => pane.scrollBy(0, 10));
    await expect.poll(async () => (await third.boundingBox())!.y).toBeLessThan(y - 5); // they go with the text
    await press('d'); // the third from the top
    await expect.poll(focus).toBe(shown[2]);
    await expect(labels).toHaveCount(0);
  });

  await test.step('an article that is gone to comes up high enough to be read', async () => {
    await press('Shift+K', 'Shift+K', 'Shift+K', 'Shift+K', 'Shift+K', 'Shift+K');
    for (let article = 0; article < 3; article += 1) {
      const was = await focus();
      await press('Shift+J');
      await expect.poll(focus).not.toBe(was);
      const height = () => page.evaluate(() => {
        const [row, pane] = [document.querySelector('[data-passage][aria-current="true"]')!, document.querySelector('.articles')!].map((each) => each.getBoundingClientRect());
        return (row!.top - pane!.top) / pane!.height;
      });
      await expect.poll(height).toBeLessThan(0.51);
      expect(await height()).toBeGreaterThan(0);
    }
  });

  await test.step(': and a number lead to a block of the source', async () => {
    await press(':');
    await page.keyboard.insertText('1');
    await press('Enter');
    await expect(page.locator('[data-passage]').first()).toHaveAttribute('aria-current', 'true');
    await press(':');
    await page.keyboard.insertText('12');
    await press('Enter');
    await expect(desk.passage(HEADLINE)).toHaveAttribute('aria-current', 'true');
  });
  expect(complaints).toEqual([]);
});

test('a passage in sight is pointed at to select up to it, to put something below it, or to join something to it; the other likely role is one key: each is one step back', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  const tree = async () => (await desk.stored(FILE)).tree;
  const before = await tree();
  const article = before.articles.find(({ passages }) => passages.filter(({ role }) => role === 'body').length >= 3)!;
  const [first, second, third] = article.passages.filter(({ role }) => role === 'body').map(({ id }) => id as string);
  const row = (id: string) => page.locator(`[data-passage="${id}"]`);

  /** Presses the letters that are drawn at a passage, with Shift if wanted. */
  const letters = async (id: string, shift = false) => {
    await expect(page.locator('.jump-label').first()).toBeVisible();
    const label = await page.evaluate((passage) => {
      const top = Math.max(document.querySelector('.articles')!.getBoundingClientRect().top, document.querySelector(`[data-passage="${passage}"]`)!.getBoundingClientRect().top);
      return [...document.querySelectorAll<HTMLElement>('.jump-label')].find((each) => Math.abs(Number.parseFloat(each.style.top) - top) < 1)?.textContent ?? '';
    }, id);
    expect(label).not.toBe('');
    for (const letter of label.toUpperCase()) await page.keyboard.press(shift ? `Shift+${letter}` : letter.toLowerCase());
    await expect(page.locator('.jump-label')).toHaveCount(0);
  };
  const placeOf = (from: Awaited<ReturnType<typeof tree>>, id: string) => from.articles.flatMap(({ passages }, at) => passages.map((passage, index) => ({ id: passage.id as string, at, index }))).find((each) => each.id === id);
  const undone = async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(tree).toEqual(before);
  };

  await expect(page.locator('[data-passage][aria-current="true"]')).toBeVisible();
  await page.keyboard.press(':');
  await page.keyboard.insertText('1');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-passage]').first()).toHaveAttribute('aria-current', 'true');
  for (const { id } of before.articles.flatMap(({ passages }) => passages)) {
    if (id === first) break;
    await page.keyboard.press('j');
  }
  await expect(row(first!)).toHaveAttribute('aria-current', 'true');

  await test.step('Shift with its letter selects all up to a passage, which then goes below another at once', async () => {
    await page.keyboard.press(';');
    await letters(second!, true);
    await expect(row(second!)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('}');
    await letters(third!);
    await expect.poll(async () => { const now = await tree(); return [third!, first!, second!].map((id) => placeOf(now, id)!.index); }).toEqual([0, 1, 2].map((n) => placeOf(before, third!)!.index - 2 + n));
    await undone();
  });

  await test.step('{ joins a passage to the end of another, wherever that stands', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press(';');
    await letters(first!);
    await page.keyboard.press('{');
    await expect(page.locator('.jump-hint')).toContainText('goes on with this');
    await letters(third!);
    await expect(row(first!)).toHaveCount(0);
    await expect(row(third!)).toHaveAttribute('aria-current', 'true');
    await undone();
  });

  await test.step('C gives the other likely role, and again the first', async () => {
    await page.keyboard.press(';');
    await letters(first!);
    await page.keyboard.press('c');
    await expect.poll(async () => JSON.stringify(await tree())).not.toBe(JSON.stringify(before));
    await undone();
  });
  expect(complaints).toEqual([]);
});

test('Control and a click mark as well, and a topic is put on every article that has a mark', async ({ launch }) => {
  const { page, complaints } = await launch();
  await openSamples(page);
  const desk = await openByKeys(page, HEADLINE);
  for (const article of [2, 3]) await desk.articles.nth(article).locator('.passage-text').first().click({ modifiers: ['Control'] });
  await expect(page.locator('.passage.marked')).toHaveCount(2);
  const tagged = async () => (await desk.stored(FILE)).tree.articles.map(({ topics }) => topics.length);
  const before = await tagged();
  await page.keyboard.press('1');
  await expect.poll(tagged).toEqual(before.map((count, at) => (at === 2 || at === 3 ? count + 1 : count)));
  await page.keyboard.press('Control+z');
  await expect.poll(tagged).toEqual(before);
  expect(complaints).toEqual([]);
});
