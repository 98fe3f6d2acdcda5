import type { Agent, PageRecord } from '../record.ts';
import { attributes, content, pictured, value } from './xml-text.ts';

const TASKS: Readonly<Record<Agent['kind'], string>> = { person: 'editing', rule: 'a rule of the project, applied throughout', machine: 'reading and splitting by machine' };

/** Those who changed a page, in the order in which they are first named: each has an `xml:id` and a statement in the header. The machine is always the first. */
export class Responsible {
  readonly #ids = new Map<string, { readonly id: string; readonly agent: Pick<Agent, 'kind' | 'who'> }>();

  constructor() {
    this.idOf({ kind: 'machine', who: '' });
  }

  /** The `xml:id` of who did something. */
  idOf({ kind, who }: Pick<Agent, 'kind' | 'who'>): string {
    const key = JSON.stringify([kind, who]);
    const known = this.#ids.get(key);
    if (known) return known.id;
    const id = `resp.${kind}${[...this.#ids.values()].filter(({ agent }) => agent.kind === kind).length + 1}`;
    this.#ids.set(key, { id, agent: { kind, who } });
    return id;
  }

  /** `respStmt` for each that was asked for so far. */
  statements(): string {
    return [...this.#ids.values()].map(({ id, agent: { kind, who } }) =>
      `<respStmt xml:id="${id}"><resp>${TASKS[kind]}</resp><name>${who === '' ? (kind === 'machine' ? 'Stet' : 'not known') : content(who, pictured)}</name></respStmt>\n`).join('');
  }

  /** `change` for the reading of the page and for everything that was done to it, newest first: each deed once, however much of the text it changed. */
  changes({ articles, aside, splitter }: PageRecord): string {
    const deeds = new Map<string, Agent & { places: number }>();
    const note = (agent: Agent) => {
      const key = JSON.stringify([agent.kind, agent.who, agent.when, agent.act]);
      const known = deeds.get(key);
      if (known) known.places += 1;
      else deeds.set(key, { ...agent, places: 1 });
    };
    for (const { corrections, approvals } of articles) {
      for (const { by } of corrections) note(by);
      approvals.forEach(note);
    }
    for (const { corrections, by } of aside) {
      for (const correction of corrections) note(correction.by);
      note(by);
    }
    const done = [...deeds.values()].filter(({ kind }) => kind !== 'machine').toSorted((a, b) => (a.when === b.when ? 0 : a.when < b.when ? 1 : -1));
    const lines = done.map((deed) => `<change${attributes({ when: isoTime(deed.when), who: `#${this.idOf(deed)}`, n: deed.places })}>${content(deed.act === '' ? 'changed' : deed.act, pictured)}</change>\n`);
    return `${lines.join('')}<change who="#${this.idOf({ kind: 'machine', who: '' })}">read and split by ${value(splitter)}</change>\n`;
  }
}

const isoTime = (when: string): string | null => (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(when) ? when : null);
