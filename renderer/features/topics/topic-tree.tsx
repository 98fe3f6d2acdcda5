import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Topic } from '#contract/schemas/project.ts';
import { inTreeOrder, openRows } from '#core/topics/tree.ts';
import type { TreeRow } from '#core/topics/tree.ts';
import { keyOf } from '../../state/topics.ts';
import './topic-tree.css';

type Props = {
  readonly label: string;
  readonly topics: readonly Topic[];
  /** A branch that holds one of these is open at first. */
  readonly chosen: (topic: Topic) => boolean;
  readonly labelOf: (topic: Topic) => string;
  /** What a pointer that rests on it is told. */
  readonly hint: (topic: Topic) => string;
  readonly onChoose: (topic: Topic) => void;
};

/** Each topic that stands above a chosen one. */
function branchesOf(rows: readonly TreeRow<Topic>[], chosen: (topic: Topic) => boolean): ReadonlySet<string> {
  const way: string[] = [];
  const open = new Set<string>();
  for (const { topic, depth } of rows) {
    way.length = depth;
    if (chosen(topic)) for (const above of way) open.add(above);
    way[depth] = keyOf(topic);
  }
  return open;
}

/** Topics as a tree, one stop for Tab: arrows move, → and ← open and close a branch, Enter or Space chooses. */
export function TopicTree({ label, topics, chosen, labelOf, hint, onChoose }: Props) {
  const id = useId();
  const rows = inTreeOrder(topics);
  const [open, setOpen] = useState(() => branchesOf(rows, chosen));
  const [at, setAt] = useState<string | null>(null);
  const visible = openRows(rows, (topic) => open.has(keyOf(topic)));
  const current = Math.max(0, visible.findIndex(({ topic }) => keyOf(topic) === at));

  const elementOf = (topic: Topic) => `${id}-${encodeURIComponent(keyOf(topic))}`;
  const go = (index: number) => {
    const row = visible[Math.max(0, Math.min(visible.length - 1, index))];
    if (!row) return;
    setAt(keyOf(row.topic));
    document.getElementById(elementOf(row.topic))?.scrollIntoView({ block: 'nearest' });
  };
  const turn = (topic: Topic, on: boolean) => {
    const next = new Set(open);
    if (on) next.add(keyOf(topic));
    else next.delete(keyOf(topic));
    setOpen(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = visible[current];
    if (!row || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isOpen = open.has(keyOf(row.topic));
    switch (event.key) {
      case 'ArrowDown': go(current + 1); break;
      case 'ArrowUp': go(current - 1); break;
      case 'Home': go(0); break;
      case 'End': go(visible.length - 1); break;
      case 'ArrowRight':
        if (row.children > 0 && !isOpen) turn(row.topic, true);
        else if (row.children > 0) go(current + 1);
        break;
      case 'ArrowLeft':
        if (isOpen && row.children > 0) turn(row.topic, false);
        else go(visible.findLastIndex(({ depth }, index) => index < current && depth < row.depth));
        break;
      case 'Enter':
      case ' ': onChoose(row.topic); break;
      default: return;
    }
    event.preventDefault();
  };

  return (
    <ul
      className="topic-tree"
      role="tree"
      aria-label={label}
      aria-multiselectable
      tabIndex={0}
      aria-activedescendant={visible[current] && elementOf(visible[current].topic)}
      onKeyDown={onKeyDown}
    >
      {visible.map((row, index) => {
        const key = keyOf(row.topic);
        return (
          <li
            key={key}
            id={elementOf(row.topic)}
            role="treeitem"
            aria-level={row.depth + 1}
            aria-expanded={row.children > 0 ? open.has(key) : undefined}
            aria-selected={chosen(row.topic)}
            className={index === current ? 'current' : ''}
            style={{ paddingInlineStart: 6 + row.depth * 16 }}
            onClick={() => {
              setAt(key);
              onChoose(row.topic);
            }}
          >
            <span
              className="branch"
              aria-hidden="true"
              onClick={(event) => {
                if (row.children === 0) return;
                event.stopPropagation();
                setAt(key);
                turn(row.topic, !open.has(key));
              }}
            >
              {row.children > 0 ? (open.has(key) ? '▾' : '▸') : ''}
            </span>
            <span className="tick" aria-hidden="true">{chosen(row.topic) ? '✓' : ''}</span>
            <span title={hint(row.topic)}>{labelOf(row.topic)}</span>
          </li>
        );
      })}
    </ul>
  );
}
