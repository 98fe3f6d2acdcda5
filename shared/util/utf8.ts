// Every platform has these, but they belong to no edition of the language.
declare const TextEncoder: new () => { readonly encode: (text: string) => Uint8Array };
declare const TextDecoder: new (label: 'utf-8', options: { readonly ignoreBOM: boolean }) => { readonly decode: (bytes: Uint8Array) => string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text as UTF-8; a lone surrogate is U+FFFD. */
export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text);

/** The text that bytes are in UTF-8, a mark at its beginning too. */
export const utf8Text = (bytes: Uint8Array): string => decoder.decode(bytes);
