//! Pages that explain: help, about, privacy. Their numbers come from the rules themselves.

use super::Frame;
use askama::Template;
use snug_domain::Span;
use snug_domain::account::{BROWSER_IS_KNOWN, SESSION_LASTS, SIGN_UP_LASTS};
use snug_domain::conversations::{
    CHANGES_KEPT, INVITATIONS_A_DAY, INVITATIONS_A_DAY_WHEN_NEW, LEAVING_UNDONE_WITHIN, NEW_MEMBER, ONE_PER_PAIR_IN,
    REMINDED_AFTER, UNDECIDED_AT_ONCE, UNDECIDED_LAPSES, UNDO_DELETING,
};
use snug_domain::deliveries::{DELIVERIES_KEPT, INVITATION_MAIL_WAITS};
use snug_domain::people::{ON_THE_SITE, RELEASED_FOR};
use snug_texts::Texts;

/// A page that explains.
#[derive(Template)]
#[template(path = "explained.html")]
pub struct ExplainedPage {
    /// What surrounds it.
    pub frame: Frame,
    /// Its heading.
    pub title: String,
    /// What it is about, in a sentence.
    pub lead: String,
    /// What it says.
    pub sections: Vec<Section>,
}

/// A part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its place in the address: `/help#bell`.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub paragraphs: Vec<String>,
}

/// A section: its place, its heading and what it says, by their keys.
type Keys = (&'static str, &'static str, &'static [&'static str]);

/// Of conversations, and said where there are some.
const HELP_WITH_CONVERSATIONS: &[Keys] = &[
    (
        "invitations",
        "page-help-invitations",
        &[
            "page-help-invite",
            "page-help-invite-change",
            "page-help-remind",
            "page-help-invite-again",
            "page-help-invite-limits",
        ],
    ),
    ("declining", "page-help-declining", &["page-help-decline", "page-help-decline-later"]),
    (
        "keeping-away",
        "page-help-keeping-away",
        &["page-help-writers", "page-help-blocking", "page-help-blocking-silent"],
    ),
    ("bell", "page-help-bell", &["page-help-bell-counts", "page-help-bell-sound"]),
    (
        "mails",
        "page-help-mails",
        &["page-help-mail", "page-help-mail-stop", "page-help-mail-answer", "page-help-mail-missing"],
    ),
    (
        "several",
        "page-help-several",
        &["page-help-several-begin", "page-help-several-history", "page-help-several-hosts", "page-help-several-leave"],
    ),
    ("second-thoughts", "page-help-second-thoughts", &["page-help-edit", "page-help-delete"]),
];

const HELP: &[Keys] = &[
    ("seen", "page-help-seen", &["page-help-seen-profile", "page-help-seen-presence", "page-help-seen-read"]),
    ("account", "page-help-account", &["page-help-password", "page-help-lost", "page-help-ask"]),
];

const ABOUT: &[Keys] = &[
    ("snug", "page-about-snug", &["page-about-snug-is", "page-about-snug-asks"]),
    ("run", "page-about-run", &["page-about-run-by", "page-about-run-see"]),
];

/// What the privacy page promises. Each has a test that holds it, in `crates/web/tests/it/promises/`.
pub const PROMISES: &[Keys] = &[
    (
        "seen",
        "page-promise-seen",
        &[
            "page-promise-profile",
            "page-promise-outside",
            "page-promise-presence",
            "page-promise-read",
            "page-promise-declined",
            "page-promise-blocked",
        ],
    ),
    (
        "written",
        "page-promise-written",
        &["page-promise-only-those", "page-promise-history", "page-promise-operator", "page-promise-stays"],
    ),
    (
        "kept",
        "page-promise-kept",
        &[
            "page-promise-deleted",
            "page-promise-password",
            "page-promise-sessions",
            "page-promise-network",
            "page-promise-sign-ups",
            "page-promise-mails",
            "page-promise-changes",
            "page-promise-handle",
        ],
    ),
    (
        "elsewhere",
        "page-promise-elsewhere",
        &[
            "page-promise-loads",
            "page-promise-cookies",
            "page-promise-links",
            "page-promise-mail-plain",
            "page-promise-mail-stop",
            "page-promise-logs",
        ],
    ),
    ("account", "page-promise-account", &["page-promise-not-yet"]),
];

/// How conversations work, and what others see.
#[must_use]
pub fn help(texts: Texts, community: &str, digest_window: Span, with_conversations: bool) -> Vec<Section> {
    let blanks = blanks(texts, community, digest_window);
    let about_conversations = HELP_WITH_CONVERSATIONS.iter().filter(|_| with_conversations);
    about_conversations.chain(HELP).map(|keys| section(texts, keys, &blanks)).collect()
}

/// What this is, and who runs it.
#[must_use]
pub fn about(texts: Texts, community: &str, digest_window: Span) -> Vec<Section> {
    let blanks = blanks(texts, community, digest_window);
    ABOUT.iter().map(|keys| section(texts, keys, &blanks)).collect()
}

/// What is kept of people, for how long, and who sees it.
#[must_use]
pub fn privacy(texts: Texts, community: &str, digest_window: Span) -> Vec<Section> {
    let blanks = blanks(texts, community, digest_window);
    PROMISES.iter().map(|keys| section(texts, keys, &blanks)).collect()
}

fn section(texts: Texts, (id, heading, said): &Keys, blanks: &[(&'static str, String)]) -> Section {
    let fill = |key: &'static str| {
        let filled = texts.fill(key);
        blanks.iter().fold(filled, |filled, (name, value)| filled.with(name, value.as_str())).to_string()
    };
    Section { id, heading: fill(heading), paragraphs: said.iter().map(|key| fill(key)).collect() }
}

/// Every number these pages say.
fn blanks(texts: Texts, community: &str, digest_window: Span) -> Vec<(&'static str, String)> {
    let invitations = |count: usize| texts.fill("page-count-invitations").with("count", count).to_string();
    let spans = [
        ("lapses", UNDECIDED_LAPSES),
        ("pair", ONE_PER_PAIR_IN),
        ("new", NEW_MEMBER),
        ("waits", INVITATION_MAIL_WAITS),
        ("remind", REMINDED_AFTER),
        ("digest", digest_window),
        ("away", ON_THE_SITE),
        ("undo", UNDO_DELETING),
        ("leave", LEAVING_UNDONE_WITHIN),
        ("session", SESSION_LASTS),
        ("browser", BROWSER_IS_KNOWN),
        ("sign_up", SIGN_UP_LASTS),
        ("mails", DELIVERIES_KEPT),
        ("changes", CHANGES_KEPT),
        ("handle", RELEASED_FOR),
    ];
    let mut blanks: Vec<_> = spans.map(|(name, span)| (name, in_words(texts, span))).into();
    blanks.push(("community", community.to_owned()));
    blanks.push(("day", invitations(INVITATIONS_A_DAY)));
    blanks.push(("new_day", invitations(INVITATIONS_A_DAY_WHEN_NEW)));
    blanks.push(("undecided", invitations(UNDECIDED_AT_ONCE)));
    blanks
}

/// A length of time in the largest unit that it is a whole number of.
fn in_words(texts: Texts, span: Span) -> String {
    let units = [
        ("page-span-days", Span::days(1)),
        ("page-span-hours", Span::hours(1)),
        ("page-span-minutes", Span::minutes(1)),
    ];
    let whole = units.into_iter().find(|(_, unit)| span.0 >= unit.0 && span.0 % unit.0 == 0);
    let (key, unit) = whole.unwrap_or(("page-span-seconds", Span::seconds(1)));
    texts.fill(key).with("count", span.0 / unit.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use snug_domain::Span;
    use snug_domain::people::Language;
    use snug_texts::Texts;

    #[test]
    fn a_time_is_said_in_its_largest_whole_unit() {
        let (english, arabic) = (Texts::of(Language::English), Texts::of(Language::Arabic));
        for (span, said) in [
            (Span::seconds(20), "20 seconds"),
            (Span::minutes(1), "one minute"),
            (Span::minutes(90), "90 minutes"),
            (Span::hours(2), "2 hours"),
            (Span::days(60), "60 days"),
        ] {
            assert_eq!(in_words(english, span), said);
        }
        assert_eq!(in_words(arabic, Span::days(2)), "يومين");
        assert_eq!(in_words(arabic, Span::days(3)), "3 أيام");
        assert_eq!(in_words(arabic, Span::days(60)), "60 يومًا");
    }
}
