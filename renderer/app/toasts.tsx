import { useEffect, useState } from 'react';
import { useKeysSaid } from '../commands/keys-said.ts';
import { inWords, useT } from '../state/language.ts';
import { dismissToast, useToasts } from '../state/toasts.ts';
import type { Toast } from '../state/toasts.ts';
import { CommandKeys } from '../ui/command-keys.tsx';
import { Icon } from '../ui/icon.tsx';
import { Reopen } from '../features/project/reopen.tsx';
import './toasts.css';

// Long enough to read a sentence and reach Undo; a problem stays until it is dismissed.
const SHOWN_FOR = 8_000;

/** What just happened, above the status bar. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div className="toasts" role="log" aria-live="polite">
      {toasts.map((toast, at) => <One key={toast.id} toast={toast} isNewest={at === toasts.length - 1} />)}
    </div>
  );
}

function One({ toast, isNewest }: { readonly toast: Toast; readonly isNewest: boolean }) {
  const t = useT();
  const keys = useKeysSaid(toast.key);
  const [held, setHeld] = useState(false);
  const stays = held || toast.tone === 'problem';
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [stays, toast.id]);
  return (
    <div
      className={`toast ${toast.tone}`}
      role={toast.tone === 'problem' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'problem' && <Icon name="warning" />}
      <span className="selectable">{t(toast.key, { ...keys, ...inWords(t, toast.params) })}</span>
      {toast.times > 1 && <span className="toast-times">×{toast.times}</span>}
      <Reopen after={toast.key === 'error.database-damaged' ? 'database-damaged' : undefined} />
      {toast.undo && (
        <button
          type="button"
          className="toast-undo"
          onClick={() => {
            dismissToast(toast.id);
            void toast.undo?.();
          }}
        >
          {t('toast.undo')}
        </button>
      )}
      <button type="button" className="toast-close" onClick={() => dismissToast(toast.id)}>
        <Icon name="close" /> <span className="visually-hidden">{t('toast.dismiss')}</span>
        {isNewest && <CommandKeys of="app.dismiss" />}
      </button>
    </div>
  );
}
