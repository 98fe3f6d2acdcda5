/** A person's name in a credit, and where it stands in the text (UTF-16 offset of its first character). Blanks inside a name of two characters are left out. */
export type Credited = { readonly name: string; readonly at: number };

const BEFORE = /(?:记者|通讯员|实习生|摄影报道|摄影|作者|撰文|编辑|(?:责编|版式|校对|美编|制图)(?=[：:]))[：:]?[ \u3000]?(?=(?<names>\p{Script=Han}[\p{Script=Han} \u3000、，,/]{1,60}))/gu;
const BEHIND = /(?<![\p{Script=Han}])(?<names>\p{Script=Han}{2,4}(?:[、 \u3000]+\p{Script=Han}{2,4}){0,3})[ \u3000]{0,2}(?:摄影|摄|文|报道|供图)(?![\p{Script=Han}])/gu;
const NAME = /\p{Script=Han}+/gu;
const NO_NAME = /(?:记者|通讯员|报道|摄影|编辑|责编|版式|校对|美编|制图|本报|图片|资料|新华|社|网|电|讯|日报|晚报|获悉|从|在|了解|昨|今|月|日)/u;

/** The names of the people that credits name: `本报记者 姓名`, `（记者 姓名、姓名）`, `姓名 摄`, `责编：姓名 校对：姓名`. What runs on into a sentence is no name. */
export function creditsIn(text: string): readonly Credited[] {
  const found = new Map<number, string>();
  const take = (names: string, from: number, isClosed: boolean) => {
    const all = Array.from(names.matchAll(NAME));
    for (const [k, { 0: run, index }] of all.entries()) {
      const isLast = k === all.length - 1;
      if (run.length < 2 || run.length > 4 || NO_NAME.test(run) || (isLast && !isClosed)) break;
      found.set(from + index, run);
    }
  };
  for (const { index, 0: whole, groups } of text.matchAll(BEFORE)) {
    const names = groups!['names']!;
    const start = index + whole.length;
    const next = text[start + names.length];
    // Behind a name stands the end of the line or of the bracket, not the rest of a sentence.
    take(names, start, next === undefined || /[）)\r\n；;]/u.test(next));
  }
  for (const { index, groups } of text.matchAll(BEHIND)) take(groups!['names']!, index, true);
  return Array.from(found, ([at, name]) => ({ name, at })).toSorted((a, b) => a.at - b.at);
}
