import type { ReactNode } from 'react';
import './notice.css';

/** What a screen shows when there is nothing to show: one line that says so, one that says what to do, and the means. */
export function Notice({ title, children, actions }: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className="notice" role="status">
      <h3>{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
