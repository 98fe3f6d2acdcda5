import { createStore, useStore } from 'zustand';
import { appStore } from './app.ts';
import { projectStore } from './project.ts';

/** The work of this sitting: how many articles were approved when it began, and in how many minutes something was done since. */
export type Session = {
  readonly approvedBefore: number | null; // null: not told yet
  readonly minutes: number;
  readonly lastMinute: number | null; // the last one that counted, since the epoch
};

export const NEW_SESSION: Session = { approvedBefore: null, minutes: 0, lastMinute: null };

const MINUTE = 60_000; // milliseconds

/** Something is done at a time (milliseconds since the epoch): a minute in which something is done counts once, one without work does not. */
export function withWork(session: Session, now: number): Session {
  const minute = Math.floor(now / MINUTE);
  return minute === session.lastMinute ? session : { ...session, minutes: session.minutes + 1, lastMinute: minute };
}

export const sessionStore = createStore<Session>(() => NEW_SESSION);

export const useSession = (): Session => useStore(sessionStore);

/** How many articles more are approved in a project than when it was opened. */
export const acceptedSince = ({ approvedBefore }: Session, approved: number): number => Math.max(0, approved - (approvedBefore ?? approved));

/** Keeps count from the opening of a project on. To be called once. */
export function followSession(): void {
  appStore.subscribe(({ app }, before) => {
    if (app?.project?.id !== before.app?.project?.id) sessionStore.setState(NEW_SESSION);
  });
  projectStore.subscribe(({ info }) => {
    if (info && sessionStore.getState().approvedBefore === null) sessionStore.setState({ approvedBefore: info.approved });
  });
  const work = () => sessionStore.setState((session) => withWork(session, Date.now()));
  window.addEventListener('keydown', work);
  window.addEventListener('pointerdown', work);
}
