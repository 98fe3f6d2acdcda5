import { memo, useRef, useState } from 'react';
import type { PassageId } from '#core/model/ids.ts';
import type { Role } from '#core/model/role.ts';
import { only } from '../../../state/desk-selection.ts';
import { deskViewStore, select } from '../../../state/desk-view.ts';
import { useDesk } from '../../../state/desk.ts';
import { useT } from '../../../state/language.ts';
import { Panel } from '../../../ui/popover.tsx';
import { dragPassage, endDrag } from '../drag/drag.ts';
import { selectedSet } from '../page-view.ts';
import { FindingMark } from '../findings/finding-mark.tsx';
import { PassageMenu } from './passage-menu.tsx';

type Props = { readonly passage: PassageId; readonly role: Role; readonly selected: boolean };

/** The role beside a passage: a handle to drag it by, and a menu of all that can be done with it. */
export const RoleHandle = memo(function RoleHandle({ passage, role, selected }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const tree = useDesk((state) => (open ? (state.page?.issue ?? null) : null));
  const show = () => {
    const { selection } = deskViewStore.getState();
    if (!selectedSet(tree, selection).has(passage) && selection?.focus !== passage) select(only(passage));
    setOpen(true);
  };
  return (
    <span className="role-cell">
      <FindingMark passage={passage} />
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
