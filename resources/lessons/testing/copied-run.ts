import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every string of a newspaper file: a page's text, or the texts of a truth file. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* strings(inner);
}

/** Runs of `length` characters that our own texts share with the newspapers below `shared`, as `name: run`. */
export function copiedRuns(shared: string, own: readonly { readonly name: string; readonly text: string }[], length: number): readonly string[] {
  const places = new Map<string, string>();
  for (const { name, text } of own) for (let i = 0; i + length <= text.length; i += 1) places.set(text.slice(i, i + length), name);
  const common = new Set<string>();
  for (const folder of ['archive', 'eval'].map((name) => join(shared, name)).filter((each) => existsSync(each))) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(txt|json)$/.test(name))) {
      const raw = readFileSync(join(folder, file), 'utf8');
      for (const text of file.endsWith('.json') ? strings(JSON.parse(raw)) : [raw]) {
        const folded = text.replaceAll(',', '，').replaceAll('『', '“').replaceAll('』', '”');
        for (let i = 0; i + length <= folded.length; i += 1) {
          const place = places.get(folded.slice(i, i + length));
          if (place !== undefined) common.add(`${place}: ${folded.slice(i, i + length)}`);
        }
      }
    }
  }
  return [...common];
}
