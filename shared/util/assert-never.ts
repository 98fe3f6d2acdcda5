/** Ends an exhaustive switch: the compiler refuses the call while a case is missing. Throws if one comes at run time all the same. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
