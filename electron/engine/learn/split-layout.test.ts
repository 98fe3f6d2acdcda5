import { expect, onTestFinished, test } from 'vitest';
import { decodePage } from '../ingest/decode-page.ts';
import { loadCommonness } from '../ingest/commonness.ts';
import { loadModel, loadSplitter } from '../split/load-splitter.ts';
import { RESOURCES } from './testing/learning-project.ts';
import { learnThread } from './thread.ts';

const BLOCKS = [
  [30, '南坝大桥今天合龙'],
  [10, '本报讯（记者 尹禾）经过三年施工，南坝大桥今天上午合龙，两岸工人在桥心握手，围观的居民放起了鞭炮。'],
  [10, '大桥长一千二百米，双向四车道，通车后过河只要三分钟，从前绕行上游老桥要走半个小时。'],
  [26, '桥下的菜农'],
  [10, '天没亮，菜农们已经把担子歇在桥下，等城里的饭店来挑头一茬青菜，一直卖到日头升高才收摊回家。'],
  [10, '六十岁的邹顺在这里卖了二十年菜，他说，桥修好了，买菜的人也许会更多。'],
] as const;

const styles = BLOCKS.map(([size], k) => `<TextStyle ID="s${k}" FONTSIZE="${size}"/>`).join('');
const blocks = BLOCKS.map(([, text], k) => `<TextBlock STYLEREFS="s${k}"><TextLine><String CONTENT="${text}"/></TextLine></TextBlock>`).join('');
const bytes = Buffer.from(`<alto><Styles>${styles}</Styles><Layout><Page><PrintSpace>${blocks}</PrintSpace></Page></Layout></alto>`);

test('a page that is split anew is split by its layout again, where its bytes are at hand', async () => {
  const decoded = decodePage(bytes, 'page.xml', null, loadCommonness(RESOURCES));
  if (!decoded.ok) throw new Error(decoded.error);
  const { text: source, hints } = decoded.value;
  const hash = 'c0ffee00deadbeef';
  const split = loadSplitter(RESOURCES);
  const [byLayout, byText] = [split(source, hash, { archive: null }, hints ?? []), split(source, hash, { archive: null })];
  expect(byLayout).not.toEqual(byText);
  const thread = learnThread();
  onTestFinished(() => thread.stop());
  const anew = await thread.run('split', { pages: [{ source, hash, layout: { bytes, encoding: 'utf-8' } }, { source, hash }], model: loadModel(RESOURCES), archive: null });
  expect(anew).toEqual([byLayout, byText]);
});
