use crate::{Span, Timestamp};

/// How long after a visible tab was last used its person counts as on the site.
pub const ON_THE_SITE: Span = Span::minutes(2);

/// Whether somebody who was last seen then is on the site.
#[must_use]
pub fn is_on_the_site(seen_at: Option<Timestamp>, now: Timestamp) -> bool {
    seen_at.is_some_and(|seen_at| now - seen_at < ON_THE_SITE && seen_at.is_plausible(now, Span(0)))
}
