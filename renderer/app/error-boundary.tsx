import { Component } from 'react';
import type { ReactNode } from 'react';
import { appStore } from '../state/app.ts';
import { voice } from '../state/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** Shown in the place of a part that broke. What was acknowledged is safe in the engine, so drawing anew is the way out. React itself reports the error. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { t } = voice(appStore.getState().app?.language ?? 'en');
    return (
      <Notice title={t('broken.title')} actions={<Button look="main" onClick={() => this.setState({ error: null })}>{t('broken.again')}</Button>}>
        {t('broken.text', { message: error.message })}
      </Notice>
    );
  }
}
