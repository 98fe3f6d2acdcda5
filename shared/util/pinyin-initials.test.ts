import { expect, test } from 'vitest';
import { pinyinInitials } from './pinyin-initials.ts';

test.each([
  ['艺术、文化、娱乐和媒体', 'yswhylhmt'],
  ['冲突、战争与和平', 'ctzzyhp'],
  ['灾难、事故和突发事件', 'znsghtfsj'],
  ['经济、商业和金融', 'jjsyhjr'],
  ['科学技术', 'kxjs'],
  ['体育', 'ty'],
  ['劳动', 'ld'],
  ['啊波次得鹅佛歌喝鸡科勒摸呢哦坡七日思特屋西衣字', 'abcdefghjklmnopqrstwxyz'],
  ['生活IT 2.0', 'shit20'],
  ['', ''],
])('%j: %j', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials);
});
