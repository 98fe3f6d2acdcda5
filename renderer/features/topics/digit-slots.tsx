import { inTreeOrder } from '#core/topics/tree.ts';
import { useT } from '../../state/language.ts';
import { useProject } from '../../state/project.ts';
import { digitsOf, keyOf, sameTopic, topicRef, useTopicLabel } from '../../state/topics.ts';
import { Deciding } from '../../ui/deciding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { pinTopics } from './acts.ts';
import { MOST_DIGITS, withDigit, withoutDigit } from './digits.ts';

/** The digit keys and the topics on them. */
export function DigitSlots() {
  const t = useT();
  const label = useTopicLabel();
  const schemes = useProject((state) => state.schemes);
  const pinned = useProject((state) => state.info?.settings.digits ?? []);
  const digits = digitsOf(pinned, schemes);
  const offered = schemes.filter(({ retired }) => !retired).flatMap((scheme) => inTreeOrder(scheme.topics)).filter(({ topic }) => !topic.retired);
  const slots = Array.from({ length: Math.min(MOST_DIGITS, digits.length + 1) }, (_, at) => digits[at] ?? null);
  return (
    <Deciding>
      <div className="digit-slots">
        {slots.map((held, at) => (
          <Popover
            key={held ? `${held.scheme} ${held.id}` : 'free'}
            className={`digit-slot ${held ? '' : 'free'}`}
            title={t('topics.digit', { digit: at + 1 })}
            label={<><em>{at + 1}</em>{held ? label(held) : <Icon name="plus" />}</>}
          >
            {(close) => (
              <ul className="digit-choices">
                {offered.map(({ topic, depth }) => {
                  const ref = topicRef(topic);
                  const on = held !== null && sameTopic(ref, held);
                  const elsewhere = digits.findIndex((other) => sameTopic(other, ref));
                  return (
                    <li key={keyOf(topic)} style={{ marginInlineStart: depth * 16 }}>
                      <button
                        type="button"
                        className="option"
                        aria-pressed={on}
                        onClick={() => {
                          close();
                          void pinTopics(withDigit(digits, at, ref));
                        }}
                      >
                        {label(ref)} {elsewhere >= 0 && <span className="elsewhere">{elsewhere + 1}</span>}
                      </button>
                    </li>
                  );
                })}
                {held && digits.length > 1 && (
                  <li>
                    <button
                      type="button"
                      className="option none"
                      onClick={() => {
                        close();
                        void pinTopics(withoutDigit(digits, held));
                      }}
                    >
                      {t('topics.no-digit')}
                    </button>
                  </li>
                )}
              </ul>
            )}
          </Popover>
        ))}
      </div>
    </Deciding>
  );
}
