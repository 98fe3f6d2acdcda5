import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { markedTruth } from '#core/testing/marked-truth.ts';
import { runCli } from '../run-cli.ts';

const work = mkdtempSync(join(tmpdir(), 'stet-evaluate-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), text);
};

async function stet(...argv: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await runCli(argv, { out: (text) => void out.push(text), err: (text) => void err.push(text), cwd: work, signal: new AbortController().signal });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

test('evaluate --real: the pages of the archive with the program\'s own weights, beside what is asked for', async () => {
  const truth = markedTruth(
    'a headline: 渡口今起恢复通航',
    'a body: 本报讯（记者 石磊）停了半年的清河渡口昨天恢复通航，头一班船六点开出，坐的多是进城卖菜的乡亲。',
    'a body: 老船工说，码头新换了缆桩，夜里也有灯，往后末班船改到晚上九点。',
    'b headline: 石桥修好了',
    'b body: 本报讯（记者 沈若川）南门外的石桥修好了，桥面新铺了石板，两边添了栏杆，孩子们上学不用再绕远路。',
  );
  put('eval/real/truth/第一页.json', JSON.stringify({ page: '第一页', errors: [], ...truth }));
  put('archive/issues/第一页.txt', truth.blocks.map(({ text }) => text).join('\n\n'));
  const { status, out, err } = await stet('evaluate', 'eval', '--out', 'made', '--real');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/^real: figures \(1 pages, 2 articles\)$/mu);
  expect(out).toMatch(/^ {2}articles exactly right( +[\d.]+){3} +0\.930 +1\.000 +1\.000 {2}aim reached$/mu);
  const [, loss] = /^ {2}minus log-likelihood of the truth [\d.]+, a page ([\d.]+)$/mu.exec(out) ?? [];
  expect(Number(loss)).toBeGreaterThan(0);
  for (const part of ['probabilities stated, and observed', 'roles, true (rows) and found (columns)', 'edits to the truth', 'mistakes']) expect(out).toContain(`real: ${part}`);
  expect(JSON.parse(readFileSync(join(work, 'made', 'real', '第一页.json'), 'utf8'))).toMatchObject({ page: '第一页' });
  expect(existsSync(join(work, 'made', 'mistakes.md'))).toBe(true);
});

test.each([
  [['evaluate'], 'usage'],
  [['evaluate', 'nowhere', '--out', 'made', '--real'], 'not-found'],
])('%j is refused with %s', async (argv, code) => {
  expect((await stet(...argv)).err).toMatch(new RegExp(`^stet: ${code}: `, 'u'));
});
