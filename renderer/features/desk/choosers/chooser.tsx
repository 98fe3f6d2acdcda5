import { useDeskView } from '../../../state/desk-view.ts';
import { SendChooser } from './send-chooser.tsx';
import { TopicChooser } from './topic-chooser.tsx';

/** The small list a key has opened, if one has. */
export function Chooser() {
  const chooser = useDeskView((state) => state.chooser);
  switch (chooser) {
    case 'send':
      return <SendChooser />;
    case 'topics':
      return <TopicChooser />;
    case null:
      return null;
  }
}
