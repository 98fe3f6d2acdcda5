// The first character of each initial among those of GB 2312, as the pinyin order of the Unicode collation has them: no table is needed to know where a
// character stands between them. A character with several readings has the initial of the one it is ordered by.
const FIRST = [...'阿八嚓耷婀发旮哈丌咔垃妈拿喔趴七蚺仨他挖夕丫匝'];
const INITIALS = [...'abcdefghjklmnopqrstwxyz'];

const known = new Map<string, string>();
let order: Intl.Collator | null = null;

function initialOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const { compare } = (order ??= new Intl.Collator('zh-u-co-pinyin'));
  const at = FIRST.findLastIndex((first) => compare(first, character) <= 0);
  const initial = INITIALS[Math.max(0, at)] ?? '';
  known.set(character, initial);
  return initial;
}

/** The initials of a text's Chinese characters in pinyin: `科学技术` gives `kxjs`. Letters and digits between them stay, all else is left out. */
export function pinyinInitials(text: string): string {
  return Array.from(text.toLowerCase(), (character) => {
    if (/\p{Script=Han}/u.test(character)) return initialOf(character);
    return /[a-z0-9]/.test(character) ? character : '';
  }).join('');
}
