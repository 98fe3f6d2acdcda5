import { memo } from 'react';
import { useDesk } from '../../../state/desk.ts';
import type { Page } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { useProject } from '../../../state/project.ts';
import { isGone, pathOfPage } from '../page-name.ts';

const NO_FILES: Page['files'] = [];

/** Says that the page's file is no longer in the folder, and that nothing is lost by it. */
export const GoneFile = memo(function GoneFile() {
  const t = useT();
  const opened = useDesk(({ page }) => page !== null);
  const files = useDesk(({ page }) => page?.files ?? NO_FILES);
  const folderThere = useProject((state) => state.files?.folderThere ?? state.info?.folderThere ?? true); // else a banner says it of them all
  if (!opened || !folderThere || !isGone(files)) return null;
  return <p className="gone-file" role="status">{t('desk.gone', { file: pathOfPage(files) })}</p>;
});
