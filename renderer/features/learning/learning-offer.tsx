import { useT } from '../../state/language.ts';
import { offered, useLearning } from '../../state/learning.ts';
import { goToScreen } from '../../state/screen.ts';
import './learning-offer.css';

/** A quiet word, where the library's lists end, that enough pages were approved to learn from. */
export function LearningOffer() {
  const t = useT();
  const count = useLearning(offered);
  if (count === 0) return null;
  return <button type="button" className="learning-offer" onClick={() => goToScreen('learning')}>{t('learning.offer', { count })}</button>;
}
