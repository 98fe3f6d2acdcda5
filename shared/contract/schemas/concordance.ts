import * as v from 'valibot';
import { ARTICLE_ROLES } from '#core/model/role.ts';
import { entryIdSchema, issueIdSchema, ruleIdSchema } from './library.ts';
import { articleIdSchema, count, passageIdSchema, statusSchema } from './model.ts';
import { questionSchema } from './search.ts';

/** What is to stand in the place of a string; '': nothing is. */
export const putSchema = v.pipe(v.string(), v.maxLength(1_000), v.regex(/^[^\n\r\0]*$/));

/** Names a place on its page for as long as its text stands; see shared/core/mend/places.ts. */
export const placeKeySchema = v.pipe(v.string(), v.minLength(1), v.maxLength(300));

/** Where one came from: what is nearest comes first. */
export const nearSchema = v.strictObject({ issue: issueIdSchema, article: v.nullable(articleIdSchema) });

/** A place with the text around it. `from` and `to` count in its passage's marked-up text. */
export const placeSchema = v.strictObject({
  key: placeKeySchema,
  issue: issueIdSchema,
  article: articleIdSchema,
  passage: passageIdSchema,
  from: count,
  to: count,
  role: v.picklist(ARTICLE_ROLES),
  before: v.string(),
  hit: v.string(),
  becomes: v.exactOptional(v.string()), // where what is to stand there is another at each place
  after: v.string(),
  headline: v.string(),
  date: v.string(),
  page: v.string(),
  file: v.string(),
  status: statusSchema,
});

/** All places a question finds in the text as emended that do not read `put` yet (null: not known), nearest first. */
export const concordanceSchema = v.strictObject({
  places: count,
  articles: count,
  pages: count,
  approved: count, // places in approved articles
  behind: count, // pages that were changed and not looked through again yet: their places are missing
  change: count, // of the project, up to which this is so: pages changed later are not mended unseen
  revision: count,
  rows: v.array(placeSchema),
});

const named = v.strictObject({ issue: issueIdSchema, key: placeKeySchema });

/** Which of the places: some by name, or all but some; of those in approved articles all (`approved`) or some. */
export const chosenPlacesSchema = v.variant('which', [
  v.strictObject({ which: v.literal('named'), places: v.pipe(v.array(named), v.minLength(1), v.maxLength(10_000)) }),
  v.strictObject({ which: v.literal('all'), approved: v.boolean(), but: v.pipe(v.array(named), v.maxLength(10_000)), and: v.pipe(v.array(named), v.maxLength(10_000)) }),
]);

/** What a mass change did. Skipped were places on pages that someone changed meanwhile, or that no longer read as they did. */
export const mendedSchema = v.strictObject({
  entry: v.nullable(entryIdSchema), // null: nothing was changed
  places: count,
  articles: count,
  pages: count,
  skipped: count, // pages
  rule: v.boolean(), // whether a standing rule was made with it
});

/** What taking all places back did. Left were places that read otherwise by now. */
export const takenBackSchema = v.strictObject({ entry: v.nullable(entryIdSchema), places: count, pages: count, left: count });

/** A place that an entry mended, and how it reads now: as mended, as before, or otherwise. `hit` is what it reads now. */
export const mendedPlaceSchema = v.strictObject({ ...placeSchema.entries, entry: entryIdSchema, read: v.string(), put: v.string(), state: v.picklist(['stands', 'back', 'other']) });

/** `back`: in how many of the places somebody took that back. */
export const mendedPlacesSchema = v.strictObject({ places: count, back: count, pages: count, revision: count, rows: v.array(mendedPlaceSchema) });

/** Whose places are meant: those that an entry mended, or all that a rule did of its own accord and are in force, by however many entries. */
export const menderSchema = v.variant('by', [v.strictObject({ by: v.literal('entry'), entry: entryIdSchema }), v.strictObject({ by: v.literal('rule'), rule: ruleIdSchema })]);

/** Wordings in which a string is right: places inside one are none. */
export const exceptSchema = v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^[^\n\r\0]*$/))), v.maxLength(50_000)); // no fewer than a rule's own and both lists of what is accepted hold

export const askedSchema = { question: questionSchema, put: v.nullable(putSchema), except: v.exactOptional(exceptSchema) };

export type Near = v.InferOutput<typeof nearSchema>;
export type PlaceRow = v.InferOutput<typeof placeSchema>;
export type Concordance = v.InferOutput<typeof concordanceSchema>;
export type ChosenPlaces = v.InferOutput<typeof chosenPlacesSchema>;
export type Mended = v.InferOutput<typeof mendedSchema>;
export type Mender = v.InferOutput<typeof menderSchema>;
export type TakenBack = v.InferOutput<typeof takenBackSchema>;
export type MendedCounts = Pick<v.InferOutput<typeof mendedPlacesSchema>, 'places' | 'back' | 'pages'>;
export type MendedPlaceRow = v.InferOutput<typeof mendedPlaceSchema>;
