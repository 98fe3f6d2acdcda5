import 'react';

declare module 'react' {
  // React sets custom properties through the CSSOM like any other; its types only know the standard ones.
  interface CSSProperties {
    [name: `--${string}`]: string | number;
  }
}
