import './icon.css';

/** Drawn on a grid of 16, with lines of 1.4. */
const PATHS = {
  library: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h11M5.5 3.5v9',
  desk: 'M11.5 2.5v11M8.5 13.5v-11h5M8.5 8.5a3 3 0 0 1 0-6',
  topics: 'M6.2 2.5l-1.4 11M11.2 2.5l-1.4 11M2.8 6h11M2.2 10h11',
  accepted: 'M2.5 3.5h11M2.5 7.5h6M2.5 11.5h4M8.5 11l2 2 3.5-4',
  rules: 'M2.5 5h7M7.5 2.8L9.7 5 7.5 7.2M2.5 11h11M11.3 8.8l2.2 2.2-2.2 2.2',
  names: 'M6 7.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM2 13.4c0-2.5 1.7-4.1 4-4.1s4 1.6 4 4.1M10.5 3.2a2 2 0 0 1 0 3.9M12 9.7c1.3.6 2 1.9 2 3.7',
  export: 'M8 10V2.5M5 5.2L8 2.3l3 2.9M3 9v4.5h10V9',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.7-4M2.5 2.6v2.2h2.2M8 5v3.2l2.2 1.4',
  settings: 'M2.5 4.5h5M11 4.5h2.5M2.5 11.5h2.5M8.5 11.5h5M9.2 2.8v3.4M6.8 9.8v3.4',
  filter: 'M2.5 3.5h11l-4.2 5v4l-2.6 1v-5z',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  down: 'M4 6.5l4 4 4-4',
  up: 'M4 9.5l4-4 4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4l3.3 3.3',
  check: 'M3 8.5l3.3 3.3L13 4.6',
  warning: 'M8 2.3l6.2 11H1.8zM8 6.5v3.2M8 11.4v.2',
  folder: 'M2 4.2h4.2l1.4 1.6H14v7.4H2z',
  preview: 'M2.5 3h11v10h-11zM9.5 3v10',
  queue: 'M2.5 3.5h11M2.5 8h7M2.5 12.5h5M11 10.5l2.2 2-2.2 2',
  plus: 'M8 3v10M3 8h10',
  pin: 'M8 9.5v4M5 3h6l-.6 3.6 1.6 2.9H4l1.6-2.9z',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside a word, never instead of one, unless the control says its name otherwise. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
