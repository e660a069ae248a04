// A text that is too long is not cut, it is said to be too long: before it is sent, and until it is shorter.
import { word } from "../words";

/** As MessageText::LONGEST in the domain. */
const LONGEST = 20_000;

/** What is wrong with the length of this text, which its form does not send as long as something is. */
export function checkLength(field: HTMLTextAreaElement): string {
  // Most texts are short, and need not be taken apart.
  const length = field.value.length > LONGEST ? [...field.value.trim()].length : 0;
  const number = new Intl.NumberFormat(`${document.documentElement.lang}-u-nu-latn`);
  const wrong = length > LONGEST ? `${word("tooLong")} (${number.format(length)} / ${number.format(LONGEST)})` : "";
  field.setCustomValidity(wrong);
  return wrong;
}
