import { useDeskView } from '../../../state/desk-view.ts';
import { BlockChooser } from './block-chooser.tsx';
import { SendChooser } from './send-chooser.tsx';
import { TopicChooser } from './topic-chooser.tsx';

/** The small list a key has opened, if one has. */
export function Chooser() {
  const chooser = useDeskView((state) => state.chooser);
  switch (chooser) {
    case 'send':
      return <SendChooser />;
    case 'block':
      return <BlockChooser />;
    case 'topics':
      return <TopicChooser />;
    case null:
      return null;
  }
}
