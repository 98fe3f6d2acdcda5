/** Something a file holds, with the names by which its reading order may speak of it: its own, and those of what it lies in. */
export type Named = { readonly ids: readonly string[] };

/**
 * Things in the order in which their names are listed; what a name is that of several things stands together, each in its first place. Those that are not
 * listed follow, as the file has them.
 */
export function inOrder<T extends Named>(things: readonly T[], listed: readonly string[]): readonly T[] {
  if (listed.length === 0) return things;
  const named = new Map<string, T[]>();
  for (const thing of things) for (const id of thing.ids) named.set(id, [...(named.get(id) ?? []), thing]);
  return [...new Set([...listed.flatMap((id) => named.get(id) ?? []), ...things])];
}

/** Names as a chain of successors has them: from each thing that follows none, on to the end. A ring is left where it closes. */
export function chained(things: readonly { readonly id: string; readonly next: string | null }[]): readonly string[] {
  const next = new Map(things.map((thing) => [thing.id, thing.next]));
  const followers = new Set(things.map((thing) => thing.next));
  const listed = new Set<string>();
  for (const { id } of things) {
    if (followers.has(id)) continue;
    for (let at: string | null = id; at !== null && next.has(at) && !listed.has(at); at = next.get(at) ?? null) listed.add(at);
  }
  return [...listed];
}
