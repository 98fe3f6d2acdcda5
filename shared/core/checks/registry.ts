import type { Check } from './check.ts';
import { digits } from './rules/digits.ts';
import { doubled } from './rules/doubled.ts';
import { furniture } from './rules/furniture.ts';
import { gap } from './rules/gap.ts';
import { halfWidth } from './rules/half-width.ts';
import { impossible } from './rules/impossible.ts';
import { lookAlike } from './rules/look-alike.ts';
import { lost } from './rules/lost.ts';
import { name } from './rules/name.ts';
import { pairs } from './rules/pairs.ts';
import { quotes } from './rules/quotes.ts';
import { repeated } from './rules/repeated.ts';
import { rule } from './rules/rule.ts';
import { script } from './rules/script.ts';
import { stray } from './rules/stray.ts';
import { truncated } from './rules/truncated.ts';

/** Every check, by name. */
export const CHECKS: readonly Check[] = [digits, doubled, furniture, gap, halfWidth, impossible, lookAlike, lost, name, pairs, quotes, repeated, rule, script, stray, truncated];
