import type { PassageId } from '#core/model/ids.ts';

type Watched = { readonly element: Element; near: boolean };

const AROUND = 0.4; // of the pane's height, above and below what is in sight: a paragraph that comes into sight is drawn before it does

/** Knows which passages of the desk stand in sight or near it, and tells when that changes, a frame after it has. */
export class Sight {
  readonly #changed: (id: PassageId, near: boolean) => void;
  readonly #watched = new Map<PassageId, Watched>();
  #pane: Element | null = null;
  #observer: IntersectionObserver | null = null;

  constructor(changed: (id: PassageId, near: boolean) => void) {
    this.#changed = changed;
  }

  /** Watches a passage, whose text stands in `text`, and says whether it is near; what stands in no pane that scrolls always is. */
  watch(id: PassageId, text: Element): boolean {
    const [element, pane] = [text.closest('[data-passage]'), text.closest('.articles')];
    if (!element || !pane) return true;
    if (pane !== this.#pane) this.#look(pane);
    const before = this.#watched.get(id);
    if (before?.element === element) return before.near;
    if (before) this.#observer!.unobserve(before.element);
    const near = before?.near ?? isNear(element, pane); // drawn anew, it stands where it stood until it is told otherwise
    this.#watched.set(id, { element, near });
    this.#observer!.observe(element);
    return near;
  }

  /** Lets a passage go. */
  forget(id: PassageId): void {
    const watched = this.#watched.get(id);
    if (!watched) return;
    this.#observer!.unobserve(watched.element);
    this.#watched.delete(id);
  }

  #look(pane: Element): void {
    this.#observer?.disconnect();
    this.#watched.clear();
    this.#pane = pane;
    this.#observer = new IntersectionObserver((entries) => this.#tell(entries), { root: pane, rootMargin: `${AROUND * 100}% 0px` });
  }

  #tell(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const id = target.getAttribute('data-passage') as PassageId;
      const watched = this.#watched.get(id);
      if (watched?.element !== target || watched.near === isIntersecting) continue;
      watched.near = isIntersecting;
      this.#changed(id, isIntersecting);
    }
  }
}

function isNear(element: Element, pane: Element): boolean {
  const [at, view] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  const around = view.height * AROUND;
  return at.bottom > view.top - around && at.top < view.bottom + around;
}
