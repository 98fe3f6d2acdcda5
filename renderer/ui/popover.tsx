import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import './popover.css';

type Align = 'start' | 'middle' | 'end';

type Props = {
  readonly label: ReactNode; // of the button
  readonly title: string; // of the button, and what a screen reader calls the panel
  readonly className?: string; // of the button
  readonly align?: Align;
  readonly side?: 'below' | 'above';
  readonly children: (close: () => void) => ReactNode;
};

const GAP = 4;

/** A button with a small panel that opens by it. Escape or a click elsewhere closes it; the focus goes in and comes back. */
export function Popover({ label, title, className = '', align = 'start', side = 'below', children }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <button
        ref={button}
        type="button"
        title={title}
        className={className || 'button plain'}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (!open || event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {label}
      </button>
      {open && (
        <Panel id={id} label={title} anchor={button} align={align} side={side} onClose={() => setOpen(false)}>
          {children(() => setOpen(false))}
        </Panel>
      )}
    </>
  );
}

type PanelProps = {
  readonly id?: string;
  readonly label: string; // what a screen reader calls it
  readonly anchor: { readonly current: HTMLElement | null };
  readonly align?: Align;
  readonly side?: 'below' | 'above';
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The panel alone, for those who open it themselves (by a key, say). It lies in the top layer, beside its anchor. */
export function Panel({ id, label, anchor, align = 'start', side = 'below', onClose, children }: PanelProps) {
  const ref = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const panel = ref.current;
    const from = anchor.current;
    if (!panel || !from) return;
    panel.showPopover();
    place(panel, from, align, side);
    const before = document.activeElement;
    panel.querySelector<HTMLElement>('[autofocus], input:not([disabled]), button:not([disabled]), [tabindex="0"]')?.focus();
    return () => {
      if (panel.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [anchor, align, side]);

  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      const target = event.target;
      if (target instanceof Node && !ref.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    // The window is another size: the panel goes where its anchor went. One whose anchor is no longer to be seen stays where it was, as far as there is room.
    const onResize = () => {
      if (ref.current) place(ref.current, anchor.current, align, side);
    };
    window.addEventListener('pointerdown', onPointer, true);
    window.addEventListener('resize', onResize);
    return () => {
      window.removeEventListener('pointerdown', onPointer, true);
      window.removeEventListener('resize', onResize);
    };
  }, [anchor, align, side, onClose]);

  return (
    <div
      ref={ref}
      id={id}
      popover="manual"
      role="dialog"
      aria-label={label}
      className="popover"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </div>
  );
}

function place(panel: HTMLElement, from: HTMLElement | null, align: Align, side: 'below' | 'above'): void {
  const size = panel.getBoundingClientRect();
  if (!from || from.getClientRects().length === 0) return put(panel, size.left, size.top, size);
  const at = from.getBoundingClientRect();
  const left = { start: at.left, middle: (at.left + at.right - size.width) / 2, end: at.right - size.width }[align];
  const below = at.bottom + GAP;
  const above = at.top - GAP - size.height;
  const fitsBelow = below + size.height <= window.innerHeight - GAP;
  const top = side === 'above' || (!fitsBelow && above >= GAP) ? above : below;
  put(panel, left, top, size);
}

/** Puts the panel as near to a place as the window has room. */
function put(panel: HTMLElement, left: number, top: number, size: DOMRect): void {
  panel.style.left = `${Math.round(Math.max(GAP, Math.min(left, window.innerWidth - size.width - GAP)))}px`;
  panel.style.top = `${Math.round(Math.max(GAP, Math.min(top, window.innerHeight - size.height - GAP)))}px`;
}
