/** Why something was decided: a message id of the string files and what the sentence speaks of. Never a sentence. */
export type Reason = { readonly id: string; readonly data?: Readonly<Record<string, string | number>> };

/** Whether two reasons say the same. The order of data's keys does not matter. */
export function sameReason(a: Reason, b: Reason): boolean {
  if (a.id !== b.id) return false;
  const [x, y] = [a.data ?? {}, b.data ?? {}];
  const keys = Object.keys(x);
  return keys.length === Object.keys(y).length && keys.every((key) => x[key] === y[key]);
}
