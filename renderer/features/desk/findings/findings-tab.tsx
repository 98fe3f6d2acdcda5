import { memo, useEffect, useRef } from 'react';
import type { Finding } from '#core/checks/check.ts';
import { passageText } from '#core/checks/passage-text.ts';
import { CHECKS } from '#core/checks/registry.ts';
import type { ArticleId } from '#core/model/ids.ts';
import { isStringKey } from '#strings/index.ts';
import { useAccepted } from '../../../state/accepted.ts';
import { stopOf } from '../../../state/desk-outline.ts';
import { useHeadline, useStructure } from '../../../state/desk-parts.ts';
import type { Structure } from '../../../state/desk-structure.ts';
import { openedPage } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';
import { CommandKeys } from '../../../ui/command-keys.tsx';
import { Confidence } from '../../../ui/confidence.tsx';
import { everyPlaceHere } from '../../concordance/begin.ts';
import { reasonText } from '../details/reason-text.ts';
import { bandOf } from '../source-rows.ts';
import { canMendAll, dismiss, dismissAll, dismissIn, goTo, mend, mendAll, useFindingHere, useFindings, wordingHere } from './findings-store.ts';
import { messageOf } from './message.ts';

const AROUND = 8; // characters on either side
const MANY = 6; // findings of one check on a page

/** What the checks find on the page, in reading order. */
export function FindingsTab() {
  const t = useT();
  const findings = useFindings();
  const here = useFindingHere();
  const structure = useStructure();
  if (findings.length === 0) return <p className="nothing">{t('findings.none')}</p>;
  return (
    <>
      <p className="findings-keys"><span>{t('findings.on-page', { count: findings.length })}</span> <CommandKeys of="desk.nextFinding" /> {t('findings.next')} <CommandKeys of="desk.accept" /> {t('findings.mend')} <CommandKeys of="desk.reject" /> {t('findings.dismiss')}</p>
      {CHECKS.map((check) => <Group key={check.id} check={check.id} findings={findings.filter((one) => one.check === check.id)} isHere={here?.check === check.id} />)}
      {byArticle(structure, findings).map(({ article, found }) => (
        <section key={article ?? ''} className="findings-of">
          <OfArticle article={article} position={article === null ? -1 : structure.order.indexOf(article)} />
          <ul className="findings">
            {found.map((finding) => <Row key={finding.id} finding={finding} isHere={finding === here} />)}
          </ul>
        </section>
      ))}
    </>
  );
}

type Found = { readonly article: ArticleId | null; readonly found: readonly Finding[] };

/** The findings by the articles they are in, in reading order; those of what stands aside last, under none. */
function byArticle({ articles }: Structure, findings: readonly Finding[]): readonly Found[] {
  const of = new Map(articles.flatMap(({ id, passages }) => passages.map((passage) => [passage.id, id] as const)));
  const found = new Map<ArticleId | null, Finding[]>();
  for (const finding of findings) {
    const article = of.get(finding.passage) ?? null;
    found.set(article, [...(found.get(article) ?? []), finding]);
  }
  return Array.from(found, ([article, each]) => ({ article, found: each }));
}

/** Which article the findings below are in: one line, its number first. */
function OfArticle({ article, position }: { readonly article: ArticleId | null; readonly position: number }) {
  const t = useT();
  const headline = useHeadline(article);
  if (article === null) return <h3 className="findings-article"><span className="head-line">{t('desk.aside')}</span></h3>;
  return (
    <h3 className="findings-article" style={{ '--band': `var(--band-${bandOf(position)})` }}>
      <b>{position + 1}</b> <span className="head-line" lang={headline ? 'zh-Hans' : undefined} title={headline || undefined}>{headline || t('desk.untitled')}</span>
    </h3>
  );
}

/** One finding. While text is typed elsewhere it is the same object, and is not drawn anew. */
const Row = memo(function Row({ finding, isHere }: { readonly finding: Finding; readonly isHere: boolean }) {
  const t = useT();
  const held = useHeld();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <li ref={row} className={isHere ? 'here' : ''}>
      <button type="button" className="finding" aria-current={isHere ? 'true' : undefined} onClick={() => goTo(finding)}>
        <Excerpt finding={finding} />
        <span className="finding-message">{messageOf(t, finding)}</span>
      </button>
      {isHere && <Evidence finding={finding} />}
      <span className="finding-acts">
        {finding.suggestions.length > 0 && <button type="button" {...held} onClick={() => mend(finding)}>{t('findings.mend')}</button>}
        <button type="button" {...held} onClick={() => dismiss(finding)}>{t('findings.dismiss')}</button>
        <button type="button" title={t('command.desk.every-place')} onClick={() => {
          goTo(finding);
          void everyPlaceHere();
        }}
        >{t('findings.everywhere')} {isHere && <CommandKeys of="desk.everyPlace" />}</button>
      </span>
      {isHere && <Beyond finding={finding} />}
    </li>
  );
});

/** What the finding one is at is about wherever it stands, and that it is right there too. */
function Beyond({ finding }: { readonly finding: Finding }) {
  const t = useT();
  const held = useHeld();
  const everywhere = useAccepted((state) => state.everywhere);
  const wording = wordingHere(finding);
  if (!wording) return null;
  return (
    <div className="finding-beyond">
      <p>{t('findings.right-beyond')} <span className="wording" lang="zh-Hans">{wording.text}</span></p>
      <span className="finding-acts">
        <button type="button" {...held} onClick={() => dismissIn(finding, 'project')}>{t('findings.in-project')} <CommandKeys of="desk.dismissInProject" /></button>
        {everywhere && <button type="button" {...held} onClick={() => dismissIn(finding, 'everywhere')}>{t('findings.everywhere')} <CommandKeys of="desk.dismissEverywhere" /></button>}
      </span>
    </div>
  );
}

/** A fault that runs through the page, mended or dismissed at once. */
function Group({ check, findings, isHere }: { readonly check: string; readonly findings: readonly Finding[]; readonly isHere: boolean }) {
  const t = useT();
  const held = useHeld();
  const name = `check.${check}.name`;
  if (findings.length < MANY || !isStringKey(name)) return null;
  return (
    <div className="finding-group">
      <span>{t(name)} · {t('findings.count', { count: findings.length })}</span>
      <span className="finding-acts">
        {canMendAll(findings) && <button type="button" {...held} onClick={() => mendAll(findings)}>{t('findings.mend-all')} {isHere && <CommandKeys of="desk.mendAll" />}</button>}
        <button type="button" {...held} onClick={() => dismissAll(findings)}>{t('findings.dismiss-all')} {isHere && <CommandKeys of="desk.dismissAll" />}</button>
      </span>
    </div>
  );
}

function Evidence({ finding }: { readonly finding: Finding }) {
  const t = useT();
  return (
    <div className="finding-evidence">
      <Confidence value={finding.probability} />
      {finding.evidence.map((reason) => <p key={JSON.stringify(reason)}>{reasonText(t, reason)}</p>)}
    </div>
  );
}

/** The words a finding is about, with a few on either side. */
function Excerpt({ finding }: { readonly finding: Finding }) {
  const { issue } = openedPage();
  const passage = stopOf(issue, finding.passage)?.passage;
  if (!passage) return null;
  const reading = passageText(issue.source, passage.pieces);
  const from = reading.at.findIndex((at) => at >= finding.range.from);
  const to = reading.at.findLastIndex((at) => at < finding.range.to) + 1;
  if (from < 0 || to <= from) return null;
  const start = Math.max(0, from - AROUND);
  return (
    <span className="finding-text" lang="zh-Hans">
      {start > 0 && '…'}{reading.text.slice(start, from)}<mark>{reading.text.slice(from, to)}</mark>{reading.text.slice(to, to + AROUND)}{to + AROUND < reading.text.length && '…'}
    </span>
  );
}
