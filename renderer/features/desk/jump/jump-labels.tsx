import { useEffect } from 'react';
import { isModifier } from '../../../commands/keyboard.ts';
import { useT } from '../../../state/language.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { endJump, moveLabels, typeLetter, useJump } from './jump-store.ts';
import { letterOf } from './labels.ts';
import './jump.css';

/** The letters at the passages in sight, while one waits for them; nothing else. */
export function JumpLabels() {
  const targets = useJump((state) => state.targets);
  return targets && <Open />;
}

function Open() {
  const t = useT();
  const targets = useJump((state) => state.targets) ?? [];
  const typed = useJump((state) => state.typed);
  const aim = useJump((state) => state.aim);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isModifier(event)) return;
      event.preventDefault(); // a letter that leads nowhere must not be a command instead
      event.stopImmediatePropagation();
      const letter = event.ctrlKey || event.metaKey || event.altKey ? null : letterOf(event.code);
      if (letter) typeLetter(letter, event.shiftKey);
      else endJump();
    };
    const ends = ['resize', 'pointerdown', 'blur'] as const; // of the window: that the focus moves within, behind the key before, ends nothing
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('scroll', moveLabels, true);
    for (const end of ends) window.addEventListener(end, endJump);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('scroll', moveLabels, true);
      for (const end of ends) window.removeEventListener(end, endJump);
    };
  }, []);
  return (
    <div className="jump" role="status">
      <p className="jump-hint">{t(`jump.hint.${aim}`)} <Kbd keys="Escape" /></p>
      {targets.map(({ label, left, top }) => label.startsWith(typed) && (
        <kbd key={label} className="jump-label" aria-hidden="true" style={{ left, top }}><i>{typed}</i>{label.slice(typed.length)}</kbd>
      ))}
    </div>
  );
}
