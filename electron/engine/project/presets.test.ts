import { expect, test } from 'vitest';
import type { PresetChoices } from '#contract/schemas/preset.ts';
import { EXPORTERS } from '#core/export/registry.ts';
import type { Engine } from '../engine.ts';
import { must, once, openOn, temporaryProject } from '../testing/project.ts';

const CHOICES: PresetChoices = { formats: ['jsonl'], filter: { dateFrom: '1957' }, reading: 'printed', bom: false, licence: 'cc-by-4.0', withProject: true };
const save = (engine: Engine, name: string, id: string | null = null, choices = CHOICES) => engine.call('preset.save', { once: once(), id, name, choices });
const listed = async (engine: Engine) => must(await engine.call('preset.list', {}));
const own = async (engine: Engine) => (await listed(engine)).filter(({ builtIn }) => !builtIn).map(({ name }) => name);

test('every project has presets of formats that there are; choices that are saved are one more, changed, renamed and taken away; all of it can be taken back', async () => {
  const engine = await openOn(temporaryProject());
  const builtIn = await listed(engine);
  expect(builtIn.length).toBeGreaterThan(2);
  for (const { choices } of builtIn) expect(EXPORTERS.map(({ id }) => id)).toEqual(expect.arrayContaining([...choices.formats]));
  const saved = must(await save(engine, ' 年鉴 '));
  expect(saved).toMatchObject({ name: '年鉴', choices: CHOICES, builtIn: false });
  expect(must(await engine.call('project.info', {})).settings).not.toHaveProperty('presets');
  expect(must(await save(engine, '年鉴', saved.id, { ...CHOICES, formats: ['csv', 'tsv'] })).choices.formats).toEqual(['csv', 'tsv']);
  must(await engine.call('preset.rename', { once: once(), id: saved.id, name: '月报' }));
  must(await engine.call('preset.remove', { once: once(), id: saved.id }));
  expect(await own(engine)).toEqual([]);
  const undo = async () => must(await engine.call('history.undo', { once: once(), issue: null })).label;
  expect([await undo(), await own(engine), await undo(), await own(engine), await undo()]).toEqual(['remove-preset', ['月报'], 'rename-preset', ['年鉴'], 'save-preset']);
  expect((await listed(engine)).at(-1)?.choices).toEqual(CHOICES);
  await undo();
  expect(await listed(engine)).toEqual(builtIn);
});

test('a name that another bears is refused, in either width and case; so is what is not there, and what every project has', async () => {
  const engine = await openOn(temporaryProject());
  const [year, month] = [must(await save(engine, 'Year')), must(await save(engine, '月报'))];
  for (const name of ['year', ' YEAR', 'Ｙear']) {
    expect(await engine.call('preset.rename', { once: once(), id: month.id, name })).toEqual({ ok: false, error: { code: 'preset-name-taken', name: name.trim() } });
    expect(await save(engine, name)).toMatchObject({ error: { code: 'preset-name-taken' } });
  }
  expect(must(await engine.call('preset.rename', { once: once(), id: year.id, name: 'YEAR' }))).toMatchObject({ name: 'YEAR' });
  for (const id of ['model', 'preset:gone']) {
    expect(await save(engine, 'x', id)).toMatchObject({ error: { code: 'no-such-preset' } });
    expect(await engine.call('preset.rename', { once: once(), id, name: 'x' })).toMatchObject({ error: { code: 'no-such-preset' } });
    expect(await engine.call('preset.remove', { once: once(), id })).toMatchObject({ error: { code: 'no-such-preset' } });
  }
  expect(await own(engine)).toEqual(['YEAR', '月报']);
});
