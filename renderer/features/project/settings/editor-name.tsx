import { useT } from '../../../state/language.ts';
import { changeSettings } from '../../../state/project.ts';
import { undoLast } from '../../../state/history.ts';
import { say } from '../../../state/toasts.ts';
import { Button } from '../../../ui/button.tsx';
import { Deciding } from '../../../ui/deciding.tsx';
import { Field } from '../../../ui/field.tsx';
import { leaveField } from '../../../ui/leave-field.ts';
import { useDraft } from '../../../ui/use-draft.ts';

/** Who signs what is decided from now on. */
export function EditorName({ editor }: { readonly editor: string }) {
  const t = useT();
  const [name, setName] = useDraft(editor);
  const changed = name.trim() !== editor && name.trim() !== '';
  const set = async () => {
    if (changed && (await changeSettings({ editor: name.trim() }))) say('toast.settings', {}, undoLast);
  };
  return (
    <section>
      <h2>{t('settings.editor')}</h2>
      <p className="lead">{t('settings.editor-text')}</p>
      <form
        className="settings-line"
        onSubmit={(event) => {
          event.preventDefault();
          event.currentTarget.querySelector('input')?.focus(); // the button can no longer have the keyboard once it is set
          void set();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setName(editor);
          leaveField(event.currentTarget, 'main');
        }}
      >
        <Deciding>
          <Field value={name} aria-label={t('settings.editor')} onChange={setName} />
          <Button type="submit" disabled={!changed}>{t('settings.set')}</Button>
        </Deciding>
      </form>
    </section>
  );
}
