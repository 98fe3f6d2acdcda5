/**
 * Verbs by which reports give words to a person. Grammar, not words of any page.
 */
const VERBS = '(?:说|说道|道|表示|介绍|介绍说|告诉记者|称|指出|坦言|回忆|回忆说|感慨|强调|认为|写道|问道|答道|笑道|解释|解释说|补充|补充说)';
const SAYING = new RegExp(`^[^，。；：、！？“”「」『』]{2,16}${VERBS}。$`, 'u');
const INTRODUCTION = new RegExp(`${VERBS}[：:]$`, 'u');
const QUOTATION = /^[“‘"「『]/u;

/** Characters that the longest verb and the colon behind it take. */
const REACH = 5;

/** Whether a text says no more than whose words stand above it: `守塔人说。` Such a text is no paragraph of its own. */
export const isSaying = (text: string): boolean => SAYING.test(text);

/** Whether the words that the first text announces are those that the second begins with: `守塔人说：` and `“…`. */
export const introduces = (upper: string, lower: string): boolean => INTRODUCTION.test(upper.slice(-REACH)) && QUOTATION.test(lower);
