const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST = 80; // code points; with `.stet` and a number it stays below 255 bytes in every script

/** A name for a project, made of its folder's name, that every system takes as a file name. */
export function projectName(folderName: string): string {
  const clean = folderName
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = [...clean].slice(0, LONGEST).join('').trimEnd();
  return short === '' || RESERVED.test(short) ? `Project ${short}`.trimEnd() : short;
}

/** The n-th name to try for a project, from 1: `Name.stet`, `Name 2.stet` … */
export function projectFolderName(name: string, n: number): string {
  return n === 1 ? `${name}${PROJECT_ENDING}` : `${name} ${n}${PROJECT_ENDING}`;
}

export const PROJECT_ENDING = '.stet';
