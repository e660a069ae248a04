// Times as people say them, in the language of the page, in the reader's zone. Digits are
// Western in every language, as everywhere in Snug.

/** The language of the page, as it is spoken where the reader is: 20:48 in London, 8:48 PM in Boston. */
const locale = (): string => {
  const { lang } = document.documentElement;
  const spoken = navigator.languages.find((language) => language.split("-")[0] === lang);
  return `${spoken ?? lang}-u-nu-latn`;
};

const format = (at: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), options).format(at);

const daysAgo = (at: Date): number =>
  Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);

const isThisYear = (at: Date): boolean => at.getFullYear() === new Date().getFullYear();

/** 20:48 */
export const formatClock = (at: Date): string => format(at, { timeStyle: "short" });

/** 21 November 2026, 20:48 */
export const formatLong = (at: Date): string => format(at, { dateStyle: "long", timeStyle: "short" });

/** Today, yesterday, Friday 20 November */
export function formatDay(at: Date): string {
  const ago = daysAgo(at);
  if (ago === 0 || ago === 1) {
    const word = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(-ago, "day");
    return word.charAt(0).toLocaleUpperCase(locale()) + word.slice(1);
  }
  return isThisYear(at)
    ? format(at, { weekday: "long", day: "numeric", month: "long" })
    : format(at, { day: "numeric", month: "long", year: "numeric" });
}

/** 20:48 today, then yesterday, then 20 Nov */
export function formatShort(at: Date): string {
  const ago = daysAgo(at);
  if (ago === 0) return formatClock(at);
  if (ago === 1) return formatDay(at);
  return isThisYear(at) ? format(at, { day: "numeric", month: "short" }) : format(at, { day: "numeric", month: "short", year: "numeric" });
}

/** 21 November 2026 */
export const formatDate = (at: Date): string => format(at, { dateStyle: "long" });
