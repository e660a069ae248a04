//! The cookies: who is signed in, who was before, what to say once after a redirect, where to go after signing
//! in, what was decided by the link of a mail, the time zone of the browser.
//!
//! Over https they carry the prefix `__Host-`, so that no other host of the domain can set them
//! (RFC 6265bis, 4.1.3.2); on a plain localhost browsers would refuse that.

use crate::site::Site;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use cookie::time::Duration;
use cookie::{Cookie, SameSite};
use snug_app::accounts::Token;
use snug_domain::account::{BROWSER_IS_KNOWN, LinkPurpose, SESSION_LASTS};
use snug_domain::conversations::UNDECIDED_LAPSES;

/// The longest value kept; browsers take 4 KiB with the name (RFC 6265, 6.1).
const LONGEST: usize = 2_000;

/// A cookie of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Who is signed in.
    Session,
    /// That somebody signed in here before, so that strangers who fail to are not counted against them.
    Browser,
    /// What to say once.
    Notice,
    /// The path that somebody was on the way to who asked for a link to sign in by.
    ReturnTo,
    /// What was decided here last by the link of a mail.
    Decision,
    /// The time zone of the browser, which the script writes there (`frontend/src/zone.ts`).
    Zone,
}

impl Kept {
    const fn name(self, site_is_secure: bool) -> &'static str {
        match (self, site_is_secure) {
            (Self::Session, true) => "__Host-snug-session",
            (Self::Session, false) => "snug-session",
            (Self::Browser, true) => "__Host-snug-browser",
            (Self::Browser, false) => "snug-browser",
            (Self::Notice, true) => "__Host-snug-notice",
            (Self::Notice, false) => "snug-notice",
            (Self::ReturnTo, true) => "__Host-snug-return-to",
            (Self::ReturnTo, false) => "snug-return-to",
            (Self::Decision, true) => "__Host-snug-decision",
            (Self::Decision, false) => "snug-decision",
            (Self::Zone, true) => "__Host-snug-zone",
            (Self::Zone, false) => "snug-zone",
        }
    }

    const fn lasts(self) -> Duration {
        match self {
            Self::Session => Duration::milliseconds(SESSION_LASTS.0),
            Self::Browser => Duration::milliseconds(BROWSER_IS_KNOWN.0),
            Self::Notice => Duration::minutes(1),
            Self::ReturnTo => Duration::milliseconds(LinkPurpose::SignIn.lasts().0),
            Self::Decision => Duration::milliseconds(UNDECIDED_LAPSES.0),
            Self::Zone => Duration::days(365),
        }
    }

    /// What the browser kept of it.
    pub(crate) fn read(self, site: &Site, headers: &HeaderMap) -> Option<String> {
        let name = self.name(site.is_secure());
        headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| Cookie::split_parse(value.to_owned()))
            .filter_map(Result::ok)
            .find(|cookie| cookie.name() == name)
            .map(|cookie| cookie.value().to_owned())
    }

    /// Has the browser keep this, if a cookie can hold it (RFC 6265, 4.1.1).
    pub(crate) fn keep(self, site: &Site, headers: &mut HeaderMap, value: &str) {
        let fits = |byte| matches!(byte, 0x21 | 0x23..=0x2B | 0x2D..=0x3A | 0x3C..=0x5B | 0x5D..=0x7E);
        if value.len() <= LONGEST && value.bytes().all(fits) {
            self.send(site, headers, value, self.lasts());
        }
    }

    /// Has the browser forget it.
    pub(crate) fn forget(self, site: &Site, headers: &mut HeaderMap) {
        self.send(site, headers, "", Duration::ZERO);
    }

    fn send(self, site: &Site, headers: &mut HeaderMap, value: &str, lasts: Duration) {
        let secure = site.is_secure();
        let cookie = Cookie::build((self.name(secure), value))
            .path("/")
            .http_only(true)
            .secure(secure)
            // Lax, not strict: a link in a mail must find the reader signed in.
            .same_site(SameSite::Lax)
            .max_age(lasts)
            .build();
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            headers.append(SET_COOKIE, value);
        }
    }
}

/// Has the browser keep a session, and after it that it is known.
pub(crate) fn keep_session(site: &Site, headers: &mut HeaderMap, token: &Token) {
    Kept::Session.keep(site, headers, token.reveal());
    Kept::Browser.keep(site, headers, token.mark().reveal());
}
