/** Whether two values of JSON form say the same. The order of keys does not matter, and a key that is undefined is as good as none. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [there(a), there(b)];
  return x.length === y.length && x.every(([key, value]) => Object.hasOwn(b, key) && sameJson(value, Reflect.get(b, key)));
}

const there = (value: object) => Object.entries(value).filter(([, each]) => each !== undefined);
