import './cut-name.css';

type Props = {
  readonly name: string;
  readonly whole?: string; // what is told when it is pointed at, if more than the name
  readonly focusable?: boolean; // the whole of it is also shown to whoever comes to it by keyboard
  readonly className?: string;
};

/** The name of a file or folder, cut at its beginning where there is no room for it: names of one folder differ at their ends. */
export function CutName({ name, whole = name, focusable = false, className = '' }: Props) {
  return <span className={`cut-name ${className}`} title={whole} tabIndex={focusable ? 0 : undefined}><bdi>{name}</bdi></span>;
}
