import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The text of a page of two articles, of a place's new bookshop and its ferry. */
export const placePage = (place: string): string =>
  `${place}新书屋今天开门\n\n本报讯（记者 周允）${place}的新书屋今天上午开门迎客，门口排起了队。\n\n渡口明起停航三天\n\n本报讯（记者 何青）${place}渡口明起停航检修，过河请走大桥。\n`;

/** Makes a folder of such pages in a home, 城东.txt and so on. Returns its path. */
export async function folderOfPlaces(home: string, places: readonly string[] = ['城东', '城西', '城南']): Promise<string> {
  const folder = join(home, 'pages');
  await mkdir(folder);
  for (const place of places) await writeFile(join(folder, `${place}.txt`), placePage(place));
  return folder;
}
