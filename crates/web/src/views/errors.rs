//! What went wrong, in words: the error pages, and the sentences for what the rules refuse.

use super::{Exactly, Frame, Moment, Person, Sentence, Title};
use askama::Template;
use snug_domain::conversations::Became;
use snug_domain::invalid::{Field, Invalid, Problem};
use snug_domain::{Refusal, Timestamp};
use snug_texts::{Texts, Times};

/// A page that says what went wrong and what to do.
#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// What surrounds it.
    pub frame: Frame,
    /// What went wrong.
    pub fault: Fault,
    /// What was sent, so that it is not lost.
    pub unsent: Option<UnsentForm>,
}

/// The same where no community is known: its host is none's, or the database cannot be asked.
#[derive(Template)]
#[template(path = "error_alone.html")]
pub struct LoneErrorPage {
    /// What surrounds it.
    pub frame: Frame,
    /// What went wrong.
    pub fault: Fault,
    /// What was sent, so that it is not lost.
    pub unsent: Option<UnsentForm>,
}

/// A form that was sent and not taken, ready to be sent again.
pub struct UnsentForm {
    /// Where it was sent to.
    pub action: String,
    /// The name of what somebody wrote, and the text.
    pub written: (String, String),
    /// Everything else.
    pub rest: Vec<(String, String)>,
}

/// What went wrong with a request.
pub enum Fault {
    /// Nothing here, or nothing one may know of.
    NotFound,
    /// No community has this host name.
    UnknownHost,
    /// Not allowed, and why.
    Forbidden {
        /// The reason, as a sentence.
        reason: Sentence,
    },
    /// Sent from a page of somebody who is not signed in any more; somebody else is.
    AnothersPage,
    /// Posted from another site, so perhaps not meant.
    CrossSite,
    /// Too often.
    TooMany {
        /// When to try again.
        again: Moment,
    },
    /// What was sent cannot be read: too long, or damaged on its way.
    Unreadable,
    /// Too much to do just now.
    Busy,
    /// The database cannot be reached.
    Unavailable,
    /// Nothing can be saved.
    CannotSave,
    /// Our fault.
    Internal,
}

/// What is wrong with a field, as a sentence.
#[must_use]
pub fn problem(texts: Texts, invalid: Invalid) -> String {
    match (invalid.field, invalid.problem) {
        (Field::Address, Problem::Empty) => texts.get("error-problem-empty-address").into_owned(),
        (Field::Name, Problem::Empty) => texts.get("error-problem-empty-name").into_owned(),
        (Field::Password | Field::CurrentPassword, Problem::Empty) => {
            texts.get("error-problem-empty-password").into_owned()
        }
        (Field::Text, Problem::Empty) => texts.get("error-problem-empty-text").into_owned(),
        (_, Problem::Empty) => texts.get("error-problem-empty").into_owned(),
        (_, Problem::TooShort { least }) => texts.fill("error-problem-too-short").with("least", least).to_string(),
        (_, Problem::TooLong { most }) => texts.fill("error-problem-too-long").with("most", most).to_string(),
        (Field::Address, Problem::Malformed) => texts.get("error-problem-address").into_owned(),
        (Field::Handle, Problem::Malformed) => texts.get("error-problem-handle").into_owned(),
        (Field::Scope, Problem::Malformed) => texts.get("error-problem-scope").into_owned(),
        (Field::ExpiresInDays, Problem::Malformed) => texts.get("error-problem-expires-in-days").into_owned(),
        (_, Problem::Malformed) => texts.get("error-problem-malformed").into_owned(),
        (_, Problem::NotFound) => texts.get("error-problem-in-reply-to").into_owned(),
        (_, Problem::Invisible) => texts.get("error-problem-invisible").into_owned(),
        (Field::Handle, Problem::Reserved) => texts.get("error-problem-reserved-handle").into_owned(),
        (_, Problem::Reserved) => texts.get("error-problem-reserved-name").into_owned(),
        (_, Problem::HoldsHandle) => texts.get("error-problem-holds-handle").into_owned(),
        (Field::Handle, Problem::Taken) => texts.get("error-problem-taken-handle").into_owned(),
        (_, Problem::Taken) => texts.get("error-problem-taken").into_owned(),
        (Field::CurrentPassword, Problem::Wrong) => texts.get("error-problem-current-password").into_owned(),
        (Field::Password, Problem::Wrong) => texts.get("error-problem-password").into_owned(),
        (_, Problem::Wrong) => texts.get("error-problem-wrong").into_owned(),
        (_, Problem::TooMany { most }) => texts.fill("error-problem-too-many").with("most", most).to_string(),
        (_, Problem::TooFaint { passes }) => {
            texts.fill("error-problem-too-faint").with("passes", passes.to_string()).to_string()
        }
        (_, Problem::TooHeavy { most }) => texts.fill("error-problem-too-heavy").with("most", most / 1_024).to_string(),
        (_, Problem::IsSvg) => texts.get("error-problem-is-svg").into_owned(),
        (_, Problem::NotAPicture) => texts.get("error-problem-not-a-picture").into_owned(),
        (_, Problem::WrongSize { least, most }) => {
            texts.fill("error-problem-wrong-size").with("least", least).with("most", most).to_string()
        }
        (_, Problem::NotSquare) => texts.get("error-problem-not-square").into_owned(),
        (_, Problem::TooCommon) => texts.get("error-problem-too-common").into_owned(),
    }
}

/// What became of a conversation of several that none of these people accepted, as a sentence to whoever began it.
#[must_use]
pub fn not_accepted(times: &Times, people: &Title, sent_at: Timestamp, became: Became) -> Sentence {
    let key = match became {
        Became::Withdrawn => "error-several-withdrawn",
        Became::Lapsed | Became::Waiting => "error-several-lapsed",
    };
    Sentence::dated(times, key, &people.within(), &[("date", sent_at, Exactly::Day)])
}

/// Why the rules refuse, as a sentence to whoever asked. `other` is the person it is about.
#[must_use]
pub fn refusal(times: &Times, refusal: Refusal, other: Option<&Person>) -> Sentence {
    let texts = times.texts();
    let name = other.map_or_else(|| texts.get("error-refusal-this-person").into_owned(), Person::first_name);
    let named = |key| texts.fill(key).with("name", name.clone()).to_string();
    let dated = |key, moments: &[(&str, Timestamp, Exactly)]| Sentence::dated(times, key, &name, moments);
    let said = match refusal {
        Refusal::AlreadyInvited { sent_at, again_at, became, .. } => {
            let key = match became {
                Became::Waiting => "error-refusal-already-invited",
                Became::Lapsed => "error-refusal-lapsed",
                Became::Withdrawn => "error-refusal-withdrawn",
            };
            return dated(key, &[("date", sent_at, Exactly::Day), ("again", again_at, Exactly::Day)]);
        }
        Refusal::DeclinedByYou { sent_at, .. } => {
            return dated("error-refusal-declined-by-you", &[("date", sent_at, Exactly::Day)]);
        }
        Refusal::TooManyInvitations { again_at } => {
            return dated("error-refusal-too-many-invitations", &[("time", again_at, Exactly::Time)]);
        }
        Refusal::TooEarly { again_at } => {
            return dated("error-refusal-too-early", &[("date", again_at, Exactly::Day)]);
        }
        Refusal::AlreadyReminded => texts.get("error-refusal-already-reminded").into_owned(),
        Refusal::ConversationsOff => texts.get("error-refusal-conversations-off").into_owned(),
        Refusal::Yourself => texts.get("error-refusal-yourself").into_owned(),
        Refusal::NotReachable => named("error-refusal-not-reachable"),
        Refusal::OnlyAcquaintances => named("error-refusal-only-acquaintances"),
        Refusal::BlockedByYou => named("error-refusal-blocked-by-you"),
        Refusal::AlreadyTalking { .. } => named("error-refusal-already-talking"),
        Refusal::InvitedByThem { .. } => named("error-refusal-invited-by-them"),
        Refusal::TooManyUndecided => texts.get("error-refusal-too-many-undecided").into_owned(),
        Refusal::AlreadyIn => named("error-refusal-already-in"),
        Refusal::AlreadyAsked => named("error-refusal-already-asked"),
        Refusal::TooManyPeople { most } => texts.fill("error-refusal-too-many-people").with("most", most).to_string(),
        Refusal::OnlyHosts => texts.get("error-refusal-only-hosts").into_owned(),
        Refusal::LastHost => texts.get("error-refusal-last-host").into_owned(),
        Refusal::OnlyInGroups => texts.get("error-refusal-only-in-groups").into_owned(),
        Refusal::NobodyElse => texts.get("error-refusal-nobody-else").into_owned(),
        Refusal::NotAccepted if other.is_none() => texts.get("error-refusal-nobody-accepted").into_owned(),
        Refusal::NotAccepted => named("error-refusal-not-accepted"),
        Refusal::Closed => texts.get("error-refusal-closed").into_owned(),
        Refusal::NotInIt => texts.get("error-refusal-not-in-it").into_owned(),
        Refusal::DeclineInstead => texts.get("error-refusal-decline-instead").into_owned(),
        Refusal::AcceptFirst => texts.get("error-refusal-accept-first").into_owned(),
        Refusal::NoLongerOpen => texts.get("error-refusal-no-longer-open").into_owned(),
        Refusal::LinkEnded => texts.get("page-ended-more").into_owned(),
        Refusal::NotTheAuthor => texts.get("error-refusal-not-the-author").into_owned(),
        Refusal::Deleted => texts.get("error-refusal-deleted").into_owned(),
        Refusal::TooLate => texts.get("error-refusal-too-late").into_owned(),
        Refusal::StillAsked => texts.get("error-refusal-still-asked").into_owned(),
        Refusal::WithdrawInstead => texts.get("error-refusal-withdraw-instead").into_owned(),
        Refusal::NotForTokens => texts.get("error-refusal-not-for-tokens").into_owned(),
        Refusal::ReadOnlyToken => texts.get("error-refusal-read-only-token").into_owned(),
        Refusal::NoPasswordYet => texts.get("error-refusal-no-password-yet").into_owned(),
    };
    // A sentence about nobody by name can begin with the words for them.
    Sentence::of(if other.is_none() { capitalised(&said) } else { said })
}

fn capitalised(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
