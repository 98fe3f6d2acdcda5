/** What is known of a whole page, as printed: what its passages are compared with. The source never changes, so that edits do not change it. */
export type PageTraits = {
  readonly quoted: ReadonlySet<string>; // what stands between quotation marks, brackets or title marks somewhere on the page: two to twelve characters
  readonly curly: number; // “
  readonly corner: number; // 「
  readonly isSimplified: boolean; // more of the commonest simplified characters than of their traditional forms
};

const QUOTED = /[“‘「『《（]([^“”‘’「」『』《》（），。；：！？\s]{2,12})[”’」』》）]/gu;
const SIMPLIFIED = /[这说时间对会国们个为发经过还进动现]/g;
const TRADITIONAL = /[這說時間對會國們個為發經過還進動現]/g;

const count = (source: string, form: RegExp): number => source.match(form)?.length ?? 0;

let known: { readonly source: string; readonly traits: PageTraits } | null = null;

/** The traits of a page; those of the last one asked for are remembered, since its passages are looked at one after the other. */
export function traitsOf(source: string): PageTraits {
  if (known?.source !== source) {
    const traits = {
      quoted: new Set(Array.from(source.matchAll(QUOTED), ([, words = '']) => words)),
      curly: count(source, /“/g),
      corner: count(source, /「/g),
      isSimplified: count(source, SIMPLIFIED) >= count(source, TRADITIONAL),
    };
    known = { source, traits };
  }
  return known.traits;
}
