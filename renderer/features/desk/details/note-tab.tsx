import { useEffect, useRef, useState } from 'react';
import type { ArticleId } from '#core/model/ids.ts';
import { beginNote, keepNote, noteOf } from '../../../state/desk-note.ts';
import type { NoteRun } from '../../../state/desk-note.ts';
import { useNote, usePosition } from '../../../state/desk-parts.ts';
import { select, deskViewStore, useDeskView } from '../../../state/desk-view.ts';
import { useT } from '../../../state/language.ts';
import { useHeld } from '../../../state/writing.ts';

const WAIT = 200; // milliseconds: what is written is durable within 300

/** The note on an article. It is kept while it is written; Escape goes back to the text. */
export function NoteTab({ article }: { readonly article: ArticleId | null }) {
  const t = useT();
  const held = useHeld();
  const position = usePosition(article);
  const note = useNote(article);
  const [text, setText] = useState<string | null>(null); // what is being written; null: as the article has it
  const run = useRef<NoteRun>(null);
  const latest = useRef<string>(null);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = () => {
    clearTimeout(timer.current);
    if (run.current && latest.current !== null) keepNote(run.current, latest.current);
    latest.current = null;
  };
  useEffect(() => keep, []);

  // What was written is taken back, here or from the history: the field follows, unless something is being written that the page does not have yet.
  useEffect(() => {
    if (latest.current !== null || composing.current) return;
    setText((written) => (article !== null && written !== null && written !== noteOf(article) ? null : written));
  }, [article, note]);

  // Only when it was asked for: a note that merely comes into view with the next article must not take the letters that are commands.
  const asked = useDeskView((state) => state.noting);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!asked) return;
    deskViewStore.setState({ noting: false });
    field.current?.focus();
  }, [asked]);

  if (!article) return <p className="nothing">{t('desk.note.aside')}</p>;
  const change = (next: string) => {
    setText(next);
    if (composing.current) return;
    latest.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, WAIT);
  };
  return (
    <div className="note">
      <textarea
        ref={field}
        aria-label={t('desk.note.label', { number: position + 1 })}
        rows={8}
        value={text ?? note}
        readOnly={held['aria-disabled'] ?? false}
        title={held.title}
        onFocus={() => (run.current = beginNote(article))}
        onChange={(event) => change(event.target.value)}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false;
          change(event.currentTarget.value);
        }}
        onBlur={() => {
          keep();
          setText(null);
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey) keep(); // what a command takes back is what is to be read here
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.blur();
          select(deskViewStore.getState().selection);
        }}
      />
      <p className="nothing">{t('desk.note.hint')}</p>
    </div>
  );
}
