import { useEffect, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import { useT } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** A part of the window whose script is not among those the window starts with. */
export type Late<P> = {
  /** Shows the part; loads it where it is not there yet. Once loaded, it is drawn at once, without a frame of something else before. */
  readonly Part: ComponentType<P>;
  /** Loads it ahead. Does not reject: who comes to see it is told, and can have it loaded again. */
  readonly load: () => Promise<void>;
};

type State<P> = { readonly Loaded: ComponentType<P> | null; readonly error: Error | null };

export function late<P extends object>(fetch: () => Promise<ComponentType<P>>): Late<P> {
  let state: State<P> = { Loaded: null, error: null };
  let loading: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const tell = (next: State<P>) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const load = () => (loading ??= fetch().then(
    (Loaded) => tell({ Loaded, error: null }),
    (error: unknown) => {
      loading = null;
      tell({ Loaded: null, error: error instanceof Error ? error : new Error(String(error)) });
    },
  ));
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  function Part(props: P) {
    const t = useT();
    const { Loaded, error } = useSyncExternalStore(subscribe, () => state);
    useEffect(() => {
      if (state.error === null) void load();
    }, []);
    if (Loaded) return <Loaded {...props} />;
    if (!error) return <Waiting />;
    return <Notice title={t('broken.title')} actions={<Button look="main" onClick={() => void load()}>{t('broken.again')}</Button>}>{t('broken.text', { message: error.message })}</Notice>;
  }
  return { Part, load };
}
