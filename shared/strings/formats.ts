/** How a language writes what is not a sentence. Times are the reader's own zone unless another is given. */
export type Formats = {
  readonly number: (value: number) => string;
  /** A share between 0 and 1, as whole per cent. */
  readonly percent: (share: number) => string;
  /** The same with one place behind the point. */
  readonly exactPercent: (share: number) => string;
  /** A size in bytes, as KB, MB or GB. */
  readonly size: (bytes: number) => string;
  /** The clock time of an ISO 8601 moment, to the second. */
  readonly time: (moment: string) => string;
  /** The day of an ISO 8601 moment, with the day of the week. */
  readonly day: (moment: string) => string;
  /** The same as YYYY-MM-DD. */
  readonly isoDay: (moment: string) => string;
  /** Day and clock time of an ISO 8601 moment, to the minute. */
  readonly dateTime: (moment: string) => string;
};

/** Takes a language and, if it is not to be the reader's own, a time zone; gives its ways of writing. */
export function createFormats(language: string, timeZone?: string): Formats {
  const zone = timeZone === undefined ? {} : { timeZone };
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const exactPercent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(language, { ...zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(language, { ...zone, year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' });
  const isoDay = new Intl.DateTimeFormat('sv-SE', zone); // the Swedes write it so
  const dateTime = new Intl.DateTimeFormat(language, { ...zone, year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const sizes = SIZE_UNITS.map((unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1 }));
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    exactPercent: (share) => exactPercent.format(share),
    size: (bytes) => {
      const step = Math.min(SIZE_UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
      return sizes[step]?.format(bytes / 1000 ** step) ?? number.format(bytes);
    },
    time: (moment) => time.format(new Date(moment)),
    day: (moment) => day.format(new Date(moment)),
    isoDay: (moment) => isoDay.format(new Date(moment)),
    dateTime: (moment) => dateTime.format(new Date(moment)),
  };
}

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
