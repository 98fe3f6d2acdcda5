import { useEffect, useRef } from 'react';
import type { RuleRow } from '#contract/schemas/rules.ts';
import { useTellHere } from '../../state/here.ts';
import { useFormats, useT } from '../../state/language.ts';
import { useRules } from '../../state/rules.ts';
import { useHeld } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Labelled } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { Changing } from '../concordance/concordance-bar.tsx';
import { useConcordance } from '../concordance/concordance-store.ts';
import { beginRule, changeRule, currentRule, placesApplied, placesOfRule, removeRule, ruleStore, switchRule, undoApplied, useRuleHere } from './acts.ts';
import { LeftPlaces } from './left-places.tsx';
import { followOpenPlaces, useOpenPlaces } from './open-places.ts';
import './rules.css';

/** The standing rules: what each has read otherwise, where, by whom, what it did; to be switched, narrowed and taken out. */
export function RulesScreen() {
  const t = useT();
  const rules = useRules((state) => state.rules);
  const known = useRules((state) => state.known);
  useRuleHere((state) => state.current);
  const here = currentRule();
  useTellHere([t('rail.rules')], known ? t('rules.count', { count: rules.length }) : '');
  useEffect(followOpenPlaces, []);
  if (!known) return <Waiting />;
  return (
    <section className="rules" aria-label={t('rail.rules')}>
      <h2 className="visually-hidden">{t('rail.rules')}</h2>
      <p className="rules-lead">{t('rules.lead')}</p>
      {rules.length > 0 && <p className="rules-acts"><Button look="quiet" command="rules.begin" onClick={beginRule}>{t('rules.begin')}</Button></p>}
      {rules.length === 0
        ? <Notice title={t('rules.none')} actions={<Button look="main" command="rules.begin" onClick={beginRule}>{t('rules.begin')}</Button>}>{t('rules.none-text')}</Notice>
        : <ul className="standing-rule-list">{rules.map((rule) => <Line key={rule.id} rule={rule} isHere={rule.id === here?.id} />)}</ul>}
    </section>
  );
}

function Line({ rule, isHere }: { readonly rule: RuleRow; readonly isHere: boolean }) {
  const t = useT();
  const formats = useFormats();
  const held = useHeld();
  const open = useOpenPlaces(rule.id);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHere) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  const scope = [rule.folder, rule.newspaper, rule.from || rule.to ? `${rule.from || '…'} – ${rule.to || '…'}` : ''].filter(Boolean).join(' · ') || t('rules.everywhere');
  return (
    <li ref={line} className={`standing-rule ${isHere ? 'here' : ''} ${rule.on ? '' : 'off'}`}>
      <div className="standing-rule-head">
        <button type="button" className="standing-rule-name" aria-expanded={isHere} onClick={() => ruleStore.setState({ current: rule.id })}>
          <span lang="zh-Hans" className="standing-rule-change"><del>{rule.read}</del> <span aria-hidden="true">→</span> {rule.put === '' ? <em>{t('concordance.nothing')}</em> : <ins>{rule.put}</ins>}</span>
          <span className="standing-rule-facts">{scope} · {t(rule.applies ? 'rules.applies' : 'rules.suggests')} · {rule.who} · <time dateTime={rule.at}>{formats.day(rule.at)}</time></span>
        </button>
        <span className="standing-rule-counts">
          {open && <span>{t('rules.open', { count: open.open })}</span>}
          {rule.applied > 0 && <span>{t('rules.applied', { count: rule.applied })}</span>}
          {open !== undefined && open.left > 0 && <span>{t('rules.left', { count: open.left })}</span>}
        </span>
        <label className="standing-rule-on"><input type="checkbox" checked={rule.on} {...held} onChange={() => void switchRule(rule)} /> {t(rule.on ? 'rules.on' : 'rules.off')}</label>
      </div>
      {isHere && <Details rule={rule} />}
    </li>
  );
}

function Details({ rule }: { readonly rule: RuleRow }) {
  const t = useT();
  const isChanging = useConcordance((state) => state.changing !== null);
  const held = useHeld();
  return (
    <div className="standing-rule-details">
      <div className="standing-rule-scope">
        <Part rule={rule} part="folder" />
        <Part rule={rule} part="newspaper" />
        <Part rule={rule} part="from" />
        <Part rule={rule} part="to" />
        <Except rule={rule} />
      </div>
      <LeftPlaces rule={rule} />
      <label className="standing-rule-applies"><input type="checkbox" checked={rule.applies} {...held} onChange={() => void changeRule(rule, { applies: !rule.applies })} /> <span>{t('rules.apply')}<small>{t('rules.apply-help')}</small></span></label>
      <div className="standing-rule-acts">
        <Button command="rules.places" onClick={() => placesOfRule(rule)}>{t('rules.places')}</Button>
        {rule.applied > 0 && <Button command="rules.applied" onClick={() => placesApplied(rule)}>{t('rules.show-applied')}</Button>}
        {rule.applied > 0 && (isChanging ? <Changing /> : <Button command="rules.undoApplied" onClick={() => void undoApplied(rule)}>{t('rules.undo-applied', { count: rule.applied })}</Button>)}
        <Button look="quiet" command="rules.remove" onClick={() => void removeRule(rule)}>{t('rules.remove')}</Button>
      </div>
    </div>
  );
}

const FOLDER = /^(?:[^/]+(?:\/[^/]+)*)?$/;
const DATE = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/;

function Part({ rule, part }: { readonly rule: RuleRow; readonly part: 'folder' | 'newspaper' | 'from' | 'to' }) {
  const t = useT();
  const isRight = (value: string) => (part === 'folder' ? FOLDER.test(value) : part === 'newspaper' || DATE.test(value));
  const [value, set] = useDraft(rule[part]);
  const settle = () => {
    if (value.trim() !== rule[part] && isRight(value.trim())) void changeRule(rule, { [part]: value.trim() });
  };
  return (
    <Labelled label={t(`rules.${part}`)}>
      <Field value={value} invalid={!isRight(value.trim())} placeholder={t('rules.any')} onChange={set} onBlur={settle} />
    </Labelled>
  );
}

function Except({ rule }: { readonly rule: RuleRow }) {
  const t = useT();
  const [value, set] = useDraft(rule.except.join(' '));
  const settle = () => {
    const except = value.split(/\s+/u).filter((wording) => wording.includes(rule.read));
    if (except.join(' ') !== rule.except.join(' ')) void changeRule(rule, { except });
  };
  return (
    <Labelled label={t('rules.except')} help={t('rules.except-help', { read: rule.read })}>
      <Field lang="zh-Hans" value={value} onChange={set} onBlur={settle} />
    </Labelled>
  );
}
