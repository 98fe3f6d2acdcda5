/**
 * Function words of written Chinese that tell whether a paragraph begins or ends where a block does. Grammar, not words of any page.
 */
const OPENERS =
  /^(?:[“"『「《]|近[日年期来]|日前|今[年天日晨晚]|昨[天日晚]|当[天日晚前]|目前|如今|同时|此[外次前后]|另外|据|为|在|从|对|自|随着|通过|作为|针对|根据|按照|下一步|未来|接下来|多年来|连日来|一直以来|记者|笔者|我|他|她|这|该|本|但|而|不过|然而|因此|所以|由于|虽然|尽管|除|除了|截至|其中|首先|其次|最后|最终|活动|现场|走进|来到|说起|谈及|谈到|面对|\d{1,4}[年月日]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|《)/;
const BOUND = /^(?:的|地(?=[一-鿿]{0,2}[了着])|得|了|着|过(?=[的了])|们|性|化|者|员|家(?=[、，])|和|与|及|以及|并|或|等|也|都|就|还|才|则|所|之|中(?=[，、的])|上(?=[，、的])|下(?=[，、的])|内(?=[，、的])|后(?=[，、的]))/;
const DANGLING = '的地和与及或并在为对将把被向从由以是有不也都就还让使给到于而但更最很每各这那其该某第可能会要需应所之又再才已正着进加且若如因即含共约近达超一二三四五六七八九十百千万、';

/** How a block begins: as paragraphs do, with a word that cannot begin one, or neither. Closed: the features count on it. */
export const OPENINGS = ['neither', 'opener', 'bound'] as const;
export type Opening = (typeof OPENINGS)[number];

export function openingOf(text: string): Opening {
  const head = text.slice(0, 8);
  if (BOUND.test(head)) return 'bound';
  return OPENERS.test(head) ? 'opener' : 'neither';
}

/** Whether a text breaks off after a word that wants another. */
export function dangles(text: string): boolean {
  return text !== '' && DANGLING.includes(text.charAt(text.length - 1));
}

const FUNCTION_WORDS = [...'的了是在从对将就也都这其该并而但向把被为有与和等'];
const IS_FUNCTION_WORD = new Uint8Array(1 << 16); // by UTF-16 unit
for (const word of FUNCTION_WORDS) IS_FUNCTION_WORD[word.charCodeAt(0)] = 1;

/** How many function words a line holds, the UTF-16 units from `from` up to `to`, 40 at most. Running text is full of them, headlines do without. */
export function functionWords(units: Uint16Array, from: number, to: number): number {
  let count = 0;
  const end = Math.min(to, from + 40);
  for (let i = from; i < end; i += 1) count += IS_FUNCTION_WORD[units[i]!]!;
  return count;
}
