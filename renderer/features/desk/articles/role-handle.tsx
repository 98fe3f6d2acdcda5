import { memo, useRef, useState } from 'react';
import type { PassageId } from '#core/model/ids.ts';
import type { Role } from '#core/model/role.ts';
import { selectedSet } from '../../../state/desk-selected.ts';
import { only } from '../../../state/desk-selection.ts';
import { deskViewStore, select } from '../../../state/desk-view.ts';
import { openedPage } from '../../../state/desk.ts';
import type { Translate } from '#strings/index.ts';
import { Panel } from '../../../ui/popover.tsx';
import { dragPassage, endDrag } from '../drag/drag.ts';
import { FindingMark } from '../findings/finding-mark.tsx';
import { PassageMenu } from './passage-menu.tsx';

type Props = { readonly passage: PassageId; readonly role: Role; readonly selected: boolean; readonly findings: number; readonly t: Translate };

/** The role beside a passage: a handle to drag it by, and a menu of all that can be done with it. */
export const RoleHandle = memo(function RoleHandle({ passage, role, selected, findings, t }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const show = () => {
    const { selection } = deskViewStore.getState();
    if (!selectedSet(openedPage().issue, selection).has(passage)) select(only(passage));
    setOpen(true);
  };
  return (
    <span className="role-cell" data-of={role}>
      {findings > 0 && <FindingMark count={findings} />}
      <button
        ref={anchor}
        type="button"
        className="role"
        tabIndex={selected ? 0 : -1}
        draggable
        aria-haspopup="menu"
        aria-expanded={open}
        title={t('desk.menu')}
        onDragStart={(event) => dragPassage(event, passage)}
        onDragEnd={endDrag}
        onClick={show}
      >
        {t(`desk.role.${role}`)}
      </button>
      {open && (
        <Panel label={t('desk.menu')} anchor={anchor} onClose={() => setOpen(false)}>
          <PassageMenu role={role} onDone={() => setOpen(false)} />
        </Panel>
      )}
    </span>
  );
});
