/**
 * Finds bytes in bytes, from left to right, none inside another (Horspool, Practical fast searching in strings, 1980): what stands where the last of those sought
 * would tells how far on to look next.
 */
export function findBytes(bytes: Uint8Array, sought: Uint8Array, visit: (place: number) => void): void {
  const last = sought.length - 1;
  if (last < 0) return;
  const steps = new Uint8Array(256).fill(Math.min(sought.length, 255));
  for (let at = Math.max(0, last - 254); at < last; at += 1) steps[sought[at]!] = last - at;
  const ending = sought[last]!;
  for (let end = last; end < bytes.length;) {
    const byte = bytes[end]!;
    if (byte === ending && isAt(bytes, sought, end - last)) {
      visit(end - last);
      end += sought.length;
    } else end += steps[byte]!;
  }
}

function isAt(bytes: Uint8Array, sought: Uint8Array, place: number): boolean {
  for (let at = 0; at < sought.length - 1; at += 1) if (bytes[place + at] !== sought[at]) return false;
  return true;
}
