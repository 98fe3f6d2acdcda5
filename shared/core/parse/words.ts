/** A word and its part of speech in the notation of Peking University (n noun, v verb, p preposition …), of which the first letter counts. */
export type Word = { readonly word: string; readonly tag: string };

/** Cuts a text into words, as a dictionary has them. The core has no dictionary of its own. */
export type Words = (text: string) => readonly Word[];
