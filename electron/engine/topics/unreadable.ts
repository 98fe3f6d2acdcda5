/** Why a file cannot be read at all, with the line, from 1, where that can be told. */
export type Unreadable = { readonly line: number | null; readonly what: 'syntax' | 'columns' | 'commas' | 'empty' | 'encoding' | 'kind' | 'size' };
