import type { AppError } from '#contract/app-error.ts';
import { useT } from '../../state/language.ts';
import { Button } from '../../ui/button.tsx';
import { reopenProject } from './open.ts';

/** Beside the sentence of an error: the means, where opening the project again is what helps. */
export function Reopen({ after, look = 'plain' }: { readonly after: AppError['code'] | undefined; readonly look?: 'plain' | 'main' }) {
  const t = useT();
  if (after !== 'database-damaged') return null;
  return <Button look={look} command="project.reopen" onClick={() => void reopenProject()}>{t('project.reopen')}</Button>;
}
