/** What can be written as YAML. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

/** Words that need no quotes and that no reader of YAML takes for a truth value, a number or nothing. */
const PLAIN = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9_-]*$/u;
const UNPRINTABLE = /\p{Cc}|[\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A string as YAML has it: between double quotes, as JSON writes it, where it is not a plain word. */
export function yamlString(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text).replace(UNPRINTABLE, escaped);
}

/** A value in block style, each line indented by `indent`, with a line feed at its end. What is empty is written as `[]` or `{}`. */
export function yaml(value: Yaml, indent = ''): string {
  if (typeof value === 'string') return `${indent}${yamlString(value)}\n`;
  if (typeof value === 'number' || typeof value === 'boolean') return `${indent}${value}\n`;
  if (isEmpty(value)) return `${indent}${Array.isArray(value) ? '[]' : '{}'}\n`;
  if (Array.isArray(value)) return (value as readonly Yaml[]).map((each) => `${indent}- ${yaml(each, `${indent}  `).slice(indent.length + 2)}`).join('');
  return Object.entries(value).map(([key, each]) => `${indent}${yamlString(key)}:${inside(each, indent)}`).join('');
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

function inside(value: Yaml, indent: string): string {
  if (typeof value !== 'object' || isEmpty(value)) return ` ${yaml(value)}`;
  return `\n${yaml(value, Array.isArray(value) ? indent : `${indent}  `)}`;
}
