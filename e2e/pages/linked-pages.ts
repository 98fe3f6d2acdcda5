import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const [FRONT, FOURTH] = ['清河晚报_20240518_01.txt', '清河晚报_20240518_04.txt'];

const PAGES: Readonly<Record<string, string>> = {
  [FRONT]: `清河大堤加高一米

本报讯（记者 沈若川）清河大堤的加高工程昨天全线合龙。工程从去年三月开始，分七段施工，参加施工的有四百多名工人，他们在堤上住了整整一个冬天。

工程指挥部的负责人说，加高以后的大堤能够抵挡百年一遇的洪水，沿河的十二个村庄从此可以安心，明年还要在

（下转第4版）

南山茶园新茶上市

本报讯（记者 方未晴）南山茶园今天开采，茶农们一早就上了山。茶园负责人说，今年雨水足，新茶的味道比去年好。
`,
  '清河晚报_20240518_03.txt': `渡口早市搬进新棚

本报讯（记者 岑远）清河渡口的早市昨天搬进新棚，一百二十个摊位一个不少。摊主们说，下雨天再也不用收摊了。
`,
  [FOURTH]: `大堤加高，村庄安心

（上接第1版）堤内种上三排柳树。村里的老人记得，四十年前的那场大水一直漫到了学校的窗台，孩子们坐着门板回家。

沿河的村庄已经开始商量，等柳树长起来，在树下修一条步道。

书店的灯亮到半夜

本报讯（记者 何砚秋）东街书店从本周起营业到半夜十二点，来看书的多是下了夜班的工人。店主说，灯亮着，路上的人心里也暖和。
`,
  '清河晚报_20240519_01.txt': `大堤加高之后

本报讯（记者 沈若川）大堤加高的第二天，来看河的人比平时多了一倍。
`,
};

/** Writes two days of a made-up paper into a folder: the front page of the first goes on on its fourth. */
export async function writeLinkedPages(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(PAGES)) await writeFile(join(folder, name), text);
}
