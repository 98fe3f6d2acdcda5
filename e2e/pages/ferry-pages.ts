import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const DAYS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A page of a made-up paper, by its day from 0. The last of ten misreads a reporter's name and the word for a ferry pier. */
function ferryPage(day: number): string {
  const [reporter, pier] = day === ODD ? ['方末晴', '渡曰'] : ['方未晴', '渡口'];
  return `清河渡口第${DAYS[day]}班船今早开航

本报讯（记者 ${reporter}）清河${pier}今天恢复通航，老船工天不亮就起来擦船。清河渡口停航已有两个月，两岸居民都说方便多了。

清河渡口的老船工告诉记者，今年水位比往年高，开船要更加小心。

南山茶园第${DAYS[day]}批新茶上市

本报讯（记者 沈若川）南山茶园今天开采，茶农们一早就上了山。茶园负责人说，今年雨水足，新茶的味道比去年好。
`;
}

const ODD = 9;

/** What names the odd one among them, and the passage with both faults on it. */
export const ODD_FERRY = { file: `渡口_${ODD}.txt`, headline: `清河渡口第${DAYS[ODD]}班船今早开航`, words: '今天恢复通航' } as const;

/** A folder with all ten. */
export async function folderOfFerries(home: string): Promise<string> {
  const folder = join(home, 'Documents', 'ferries');
  await mkdir(folder, { recursive: true });
  for (const day of DAYS.keys()) await writeFile(join(folder, `渡口_${day}.txt`), ferryPage(day));
  return folder;
}
