import { createHash } from 'node:crypto';
import { articleId, passageId } from '#core/model/ids.ts';
import type { Article, Passage } from '#core/model/issue.ts';
import type { Role } from '#core/model/role.ts';
import type { FileReport } from '../../electron/engine/project/file-store.ts';

const HEADLINE = 12; // characters of an article's first line that are its headline

/** What reading a page of these articles would report, split as they are: a line a passage. */
export function reportOf(path: string, texts: readonly string[]): FileReport {
  let source = '';
  const take = (role: Role, text: string): Passage => {
    source += `${source === '' ? '' : '\n\n'}${text}`;
    const from = source.length - text.length;
    return { id: passageId(`p-bench-${from}`), role, pieces: [{ kind: 'kept', range: { from, to: source.length } }] };
  };
  const articles = texts.map((text): Article => {
    const [first = '', ...lines] = text.split('\n');
    const passages = [take('headline', first.slice(0, HEADLINE)), take('body', first.slice(HEADLINE) || '。'), ...lines.map((line) => take('body', line))];
    return { id: articleId(passages[0]!.id.replace('p-', 'a-')), status: 'in-work', topics: [], note: '', passages };
  });
  const bytes = Buffer.from(source, 'utf8');
  const hash = createHash('sha256').update(bytes).digest('hex');
  return {
    kind: 'read', path, size: bytes.length, modified: 1_700_000_000_000, bytes,
    page: { hash, encoding: 'utf-8', encodingOrigin: 'valid', encodingCandidates: ['utf-8'], source, tree: { articles, aside: [] }, decisions: [], splitter: 'bench' },
  };
}
