import { useT } from '../../state/language.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useKeyboard } from '../keyboard.ts';
import './sequence-hint.css';

/** After the first key of a sequence (R …): the keys that may follow, and what each does. */
export function SequenceHint() {
  const t = useT();
  const begun = useKeyboard((state) => state.begun);
  const given = useKeyboard((state) => state.given.length);
  const first = begun[0];
  if (!first) return null;
  const written = (from: number, to?: number) => (way: typeof first) => way.strokes.slice(from, to).map((stroke) => stroke.written).join(' ');
  return (
    <div className="sequence-hint" role="status">
      <Kbd keys={written(0, given)(first)} />
      <ul>
        {begun.map((way) => (
          <li key={`${way.command.id} ${written(given)(way)}`}>
            <Kbd keys={written(given)(way)} /> {t(way.command.labelKey)}
          </li>
        ))}
        <li><Kbd keys="Escape" /> {t('keys.leave-sequence')}</li>
      </ul>
    </div>
  );
}
