import * as v from 'valibot';
import { CALLS } from './calls.ts';
import type { CallName, Request } from './calls.ts';

const DEEPEST = 40;

/** Whether what came over a process boundary is a request of that call. */
export function isRequest<K extends CallName>(name: K, value: unknown): value is Request<K> {
  return isPlainRequest(value) && v.is(CALLS[name].request, value);
}

/**
 * Whether a value is a request of any call, as far as its making goes: an object of plain data (what JSON can say). To be asked before
 * a schema is: that takes a list, a Date or a Map for an object without keys, and a key named `__proto__` for one that every object has.
 */
export function isPlainRequest(value: unknown): boolean {
  return !Array.isArray(value) && isPlainData(value, DEEPEST);
}

/** Takes a value and how deep it may be nested. */
export function isPlainData(value: unknown, depth: number): boolean {
  if (value === null) return true;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      break;
    default:
      return false;
  }
  if (depth === 0) return false;
  if (Array.isArray(value)) {
    for (const item of value) if (!isPlainData(item, depth - 1)) return false;
    return true;
  }
  const kind: unknown = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) return false;
  for (const key of Object.keys(value)) if (isUnspeakable(key) || !isPlainData((value as Readonly<Record<string, unknown>>)[key], depth - 1)) return false;
  return true;
}

const isUnspeakable = (key: string) => key === '__proto__' || key === 'constructor' || key === 'prototype';
