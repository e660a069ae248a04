// The time zone of the browser. The server writes every time: a cookie tells it where the reader is.
import { loadAnew } from "./live/page";
import { meta } from "./meta";

const isSecure = location.protocol === "https:";
const NAME = isSecure ? "__Host-snug-zone" : "snug-zone";
const YEAR_S = 365 * 86_400;

/** Tells it once, and again when the reader has travelled. */
export function tellZone(): void {
  document.addEventListener("turbo:load", tell);
  document.addEventListener("visibilitychange", tell);
}

function tell(): void {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || kept() === zone) return;
  document.cookie = `${NAME}=${zone}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  // A browser that keeps no cookie stays with what the page says.
  const isAsWritten = kept() !== zone || meta("snug-zone") === "chosen";
  if (!isAsWritten && document.querySelector("time, .day")) loadAnew();
}

const kept = (): string | undefined =>
  document.cookie.split("; ").find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
