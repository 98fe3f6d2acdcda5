import type { Finding } from '#core/checks/check.ts';
import { hasAll, isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';

/** What a finding says, as a sentence; its id where this version has none. */
export const messageOf = (t: Translate, { messageId, data }: Pick<Finding, 'messageId' | 'data'>): string =>
  isStringKey(messageId) && hasAll(messageId, data) ? t(messageId, data) : messageId;
