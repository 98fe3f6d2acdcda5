/** How files that are read as pages end: text, and markup, of which some name their format before it. */
const TEXT = /\.(?:txt|text)$/iu;
const MARKUP = /(?:\.(?:alto|page|hocr))?\.(?:xml|html?|xhtml|hocr)$/iu;

/** Whether a file's name is one of markup: ALTO, PAGE or hOCR may be in it. */
export const isMarkupName = (name: string): boolean => MARKUP.test(name);

/** A path without the ending of the files that are read as pages: what a page, its picture and its exports are called by. A file without extension keeps its name. */
export const fileStem = (path: string): string => path.replace(TEXT.test(path) ? TEXT : MARKUP, '');
