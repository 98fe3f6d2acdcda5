import { tell } from '../../../state/desk-tell.ts';
import { useSource, useStructure } from '../../../state/desk-parts.ts';
import { only } from '../../../state/desk-selection.ts';
import { select } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { ownersOf, sourceBlocks } from '../source-rows.ts';
import { ChoiceList } from './choice-list.tsx';

const SNIPPET = 24; // characters

/** To a block of the source by its number. */
export function BlockChooser() {
  const t = useT();
  const source = useSource();
  const structure = useStructure();
  const blocks = sourceBlocks(source);
  const owners = ownersOf(structure, blocks);
  return (
    <ChoiceList
      label={t('jump.block')}
      empty={t('jump.no-block', { count: blocks.length })}
      at={() => null}
      choices={(typed) => blocks.filter(({ number }) => `${number}`.startsWith(typed.trim())).map(({ number, text }) => ({
        id: `${number}`,
        content: <><b>{number}</b><span lang="zh-Hans">{text.slice(0, SNIPPET)}</span></>,
        run: () => {
          const owner = owners[number - 1]?.[0];
          if (owner) select(only(owner.passage));
          else tell('desk.nowhere');
        },
      }))}
    />
  );
}
