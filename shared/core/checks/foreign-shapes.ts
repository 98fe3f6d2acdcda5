/** Letters of other scripts, radicals and strokes, and the character each is taken for. Pairs: what stands there, what is meant. */
const pairsOf = (pairs: string): ReadonlyMap<string, string> => new Map(pairs.split(' ').map((pair): [string, string] => [Array.from(pair)[0]!, Array.from(pair)[1]!]));

const LATIN = pairsOf(
  'АA ВB ЕE ІI ЈJ КK МM НH ОO РP СC ЅS ТT УY ХX аa еe оo рp сc уy хx іi јj ѕs ' + // Cyrillic
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo', // Greek
);

const HAN = pairsOf('カ力 ニ二 ロ口 エ工 タ夕 ト卜 ハ八 ー一 オ才 チ千 ヌ又 セ七 ㅡ一 ㄧ一 ㄚ丫 ㇐一');

/** Radicals that Unicode does not call doubles of a character, as extractors of PDF pages write them. */
const RADICALS = pairsOf(
  '⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻬齐 ⻮齿 ⻰龙 ⻳龟',
);

/** The Latin letter a letter of another script looks like; null if it looks like none. */
export const latinFor = (letter: string): string | null => LATIN.get(letter) ?? null;

/** The Chinese character that a letter, radical, stroke or double looks like; null if it looks like none. */
export function hanFor(mark: string): string | null {
  const known = HAN.get(mark) ?? RADICALS.get(mark);
  if (known !== undefined) return known;
  const plain = mark.normalize('NFKC');
  return plain !== mark && /^\p{Script=Han}$/u.test(plain) && !/^[\u2E80-\u2FD5]$/u.test(plain) ? plain : null;
}
