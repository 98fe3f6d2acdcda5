/** A line end with the blanks around it, several line ends together as one. It looks behind so that each stretch of blanks is tried once. */
export const LINE_END = /(?:(?<![^\S\n\r\u2028\u2029\u0085])[^\S\n\r\u2028\u2029\u0085]+)?(?:\r\n|[\n\r\u2028\u2029\u0085])[\p{White_Space}\uFEFF\u200B]*/gu;
