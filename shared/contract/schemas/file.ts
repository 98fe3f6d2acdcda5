import * as v from 'valibot';
import { count } from './model.ts';
import { fileIdSchema, issueIdSchema } from './library.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export const encodingSchema = v.picklist(ENCODINGS);

/** Why a file was not read. Each has its sentence in the string files. */
export const FILE_PROBLEMS = [
  'empty', 'binary', 'too-large', 'no-permission', 'not-a-file', 'link-loop', 'link-outside', 'bad-name', 'undecodable', 'vanished', 'changing', 'io-error',
  'not-a-page', 'malformed', 'other-version', 'same-page', 'page-damaged',
] as const;
export const fileProblemSchema = v.picklist(FILE_PROBLEMS);

/** One path of the watched folder. */
export const fileSchema = v.strictObject({
  file: fileIdSchema,
  path: v.string(), // below the watched folder, with `/`
  issue: v.nullable(issueIdSchema),
  state: v.picklist(['read', 'missing', 'problem', 'waiting']),
  problem: v.nullable(fileProblemSchema),
  size: count, // bytes
  encoding: v.nullable(encodingSchema),
  encodingOrigin: v.nullable(v.picklist(['bom', 'valid', 'guessed', 'person'])),
  encodingCandidates: v.array(encodingSchema), // more than one: two readings are close and the user is asked
});

export type Encoding = v.InferOutput<typeof encodingSchema>;
export type FileProblem = v.InferOutput<typeof fileProblemSchema>;
export type IssueFile = v.InferOutput<typeof fileSchema>;
