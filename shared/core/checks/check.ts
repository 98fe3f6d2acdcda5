import type { Edit } from '../edits/edit.ts';
import type { Decision } from '../model/decision.ts';
import type { PassageId } from '../model/ids.ts';
import type { Range } from '../model/piece.ts';
import type { Reason } from '../model/reason.ts';
import type { InGeneral } from './in-general.ts';
import type { Rule } from '../mend/rule.ts';
import type { PageLanguage } from './language.ts';
import type { PassageText } from './passage-text.ts';

/** What a finding is counted as in the evaluation. */
export type FindingKind =
  | 'confusion'
  | 'doubled'
  | 'furniture'
  | 'halfwidth'
  | 'impossible'
  | 'lost_char'
  | 'name_variant'
  | 'quotes'
  | 'rule'
  | 'truncated'
  | 'unpaired';

/** Something a check thinks is wrong. It speaks in message ids and data, never in sentences. */
export type Finding = {
  readonly id: string; // `check:passage:anchor`; what a person's answer to it is to
  readonly check: string;
  readonly kind: FindingKind;
  readonly passage: PassageId;
  readonly range: Range; // UTF-16 offsets in the passage's marked-up text
  readonly messageId: string; // a key of the string files
  readonly data: NonNullable<Reason['data']>;
  readonly probability: number; // that something is wrong here, 0..1
  readonly evidence: readonly Reason[];
  readonly suggestions: readonly Edit[]; // best first; taking one is an edit like any other
};

/** What a check looks at: one passage, those it stands between in its article, and what the machine decided about it. */
export type Subject = {
  readonly source: string; // the page as printed; see page-traits.ts
  readonly passage: PassageId;
  readonly text: PassageText;
  readonly above: PassageText | null;
  readonly below: PassageText | null;
  readonly decisions: readonly Decision[];
  readonly goesOn: boolean; // the text ends with it, and goes on on another page
  readonly rules: readonly Rule[]; // the project's own that are in force on the page
  readonly language: PageLanguage | null; // null: nothing is known of it, and checks that need it find nothing
};

/** What a check reports; what it is and where it stands is added for it. */
export type Found = Omit<Finding, 'id' | 'check' | 'kind' | 'passage'>;

/**
 * A check. It looks at one passage at a time, so that an edit is followed by looking at little. `id` is its file's name and its strings' prefix. With
 * `inGeneral` a finding can be dismissed for the whole project or everywhere, by the wording it is about; without it, only where it stands.
 */
export type Check = {
  readonly id: string;
  readonly kind: FindingKind;
  readonly inGeneral?: InGeneral;
  readonly check: (subject: Subject) => readonly Found[];
};

/** Why a text is changed by a suggestion of a check that was taken. Texts changed by earlier versions do not say which check it was. */
export const mended = (check: string): Reason => ({ id: 'check.mended', data: { check } });
