declare const brand: unique symbol;

/** What a brand adds to a type; an interface of its own, so that emitted declarations can name it. */
export interface Brand<Name extends string> {
  readonly [brand]: Name;
}

/** A string that only the function minting it may produce: ids of different things cannot be mixed up. */
export type Branded<Name extends string> = string & Brand<Name>;
