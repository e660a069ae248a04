//! Preferences, pages that mails lead to, errors, the demo.

use super::sample::{ana, ben, inside, minutes_ago, outside};
use super::{Shown, shown};
use snug_domain::people::{Theme, Writers};
use snug_texts::Texts;
use snug_web::views::{
    AppearanceForm, BlockedEntry, BlockedPage, CommunitiesPage, CommunityEntry, DeadStopPage, ErrorPage, Fault, Frame,
    Input, LandingDone, LandingDonePage, LandingPage, LoneErrorPage, MailEntry, MailPage, MailView, MailsPage,
    MutePage, NotificationsForm, PasswordForm, Person, PreferencesPage, PrivacyForm, ProfileForm, Saved, Sentence,
    SessionEntry, TokenEntry, UnsentForm, UnsubscribePage, UnsubscribedPage, Writer, ZoneChoice, ZoneOption,
};

pub(super) fn pages(texts: Texts) -> Vec<Shown> {
    let first = PasswordForm { is_first: true, ..PasswordForm::default() };
    let mut pages = vec![
        shown("preferences", &preferences(texts)),
        shown("preferences-blocked", &blocked(texts, vec![ben(), ana()])),
        shown("preferences-blocked-nobody", &blocked(texts, Vec::new())),
        shown("preferences-first-password", &PreferencesPage { password: first, ..preferences(texts) }),
    ];
    pages.extend(from_mail(texts));
    pages.extend(errors(texts));
    pages.extend(demo(texts));
    pages
}

fn blocked(texts: Texts, people: Vec<Person>) -> BlockedPage {
    let entry = |person| BlockedEntry { person, since: minutes_ago(60 * 24 * 9) };
    BlockedPage { frame: inside(texts, "/preferences/blocked"), blocked: people.into_iter().map(entry).collect() }
}

fn preferences(texts: Texts) -> PreferencesPage {
    let session = |id: &str, client: &str, current| SessionEntry {
        id: String::from(id),
        client: String::from(client),
        began: minutes_ago(60 * 24 * 3),
        used: minutes_ago(4),
        current,
    };
    let token = |name: &str, reads_only, expires: i64| TokenEntry {
        id: String::from(name),
        name: String::from(name),
        reads_only,
        made: minutes_ago(60 * 24 * 9),
        expires: Some(minutes_ago(expires)),
        is_expired: expires > 0,
        used: reads_only.then(|| minutes_ago(90)),
    };
    let zone = |name: &'static str, is_chosen| ZoneOption {
        name,
        city: name.rsplit('/').next().unwrap_or_default().to_owned(),
        now: String::from("20:48"),
        is_chosen,
    };
    PreferencesPage {
        frame: inside(texts, "/preferences"),
        profile: ProfileForm {
            name: Input::of("Ana Ruiz"),
            handle: Input::of("ana").wrong(texts.get("error-problem-taken")),
            about: Input::of("Bread, books, bicycles"),
        },
        notifications: NotificationsForm {
            address: String::from("ana@example.org"),
            comes_back: true,
            every_minutes: 5,
            mail: true,
            sound: false,
            mentions: true,
        },
        privacy: PrivacyForm { presence: true, writers: Writers::Acquaintances },
        appearance: AppearanceForm {
            language: texts.language(),
            theme: Theme::Auto,
            enter_sends: true,
            letter_keys: true,
            zones: ZoneChoice {
                of_browser: Some("Europe/Paris"),
                is_automatic: false,
                regions: vec![(String::from("Europe"), vec![zone("Europe/Lisbon", false), zone("Europe/Paris", true)])],
            },
        },
        password: PasswordForm::default(),
        sessions: vec![session("s1", "Firefox · Linux", true), session("s2", "Safari · iPhone", false)],
        tokens: vec![token("Backup script", true, -60 * 24 * 30), token("My calendar", false, 60 * 24)],
        token_name: Input::default(),
        new_token: Some(String::from("snug_9f2c8b7a6d5e4f3a2b1c")),
        saved: Some(Saved::Notifications),
    }
}

fn from_mail(texts: Texts) -> Vec<Shown> {
    let token = || String::from("token");
    let done = |done| LandingDonePage { frame: outside(texts, "/m/token"), token: token(), person: ana(), done };
    let declined =
        |undo: Option<&str>| done(LandingDone::Declined { undo: undo.map(String::from), decided: minutes_ago(30) });
    let invitation = LandingPage {
        frame: outside(texts, "/m/token"),
        token: token(),
        writer: Writer {
            person: ana(),
            about: String::from("Repair café, bicycles, sourdough."),
            member_since: minutes_ago(60 * 24 * 200),
        },
        group: Some((Some(String::from("The shed")), vec![ben()])),
        has_blocked: true,
        html: String::from("<p>Hello Ben,</p><p>I read that you repair bikes. Could you look at mine?</p><p>Ana</p>"),
        sent: minutes_ago(50),
        stop: String::from("/u/token"),
    };
    let conversation = String::from("c1");
    vec![
        shown("mail-invitation", &invitation),
        shown("mail-accepted", &done(LandingDone::Accepted { conversation, decided: minutes_ago(2) })),
        shown("mail-declined", &declined(Some("u1"))),
        shown("mail-declined-before", &declined(None)),
        shown("mail-gone", &done(LandingDone::Gone)),
        shown("mail-ended", &done(LandingDone::Ended)),
        shown("unsubscribe-dead", &DeadStopPage { frame: outside(texts, "/u/token") }),
        shown("mute", &MutePage { frame: outside(texts, "/mute/token"), token: token(), muted: None }),
        shown("muted", &MutePage { frame: outside(texts, "/mute/token"), token: token(), muted: Some(true) }),
        shown("unmuted", &MutePage { frame: outside(texts, "/mute/token"), token: token(), muted: Some(false) }),
        shown("unsubscribe", &UnsubscribePage { frame: outside(texts, "/u/token"), token: token() }),
        shown("unsubscribed", &UnsubscribedPage { frame: outside(texts, "/u/token"), token: token(), stopped: true }),
        shown("subscribed", &UnsubscribedPage { frame: outside(texts, "/u/token"), token: token(), stopped: false }),
    ]
}

fn errors(texts: Texts) -> Vec<Shown> {
    let page = |fault| ErrorPage { frame: inside(texts, "/"), fault, unsent: None };
    let alone = |fault| LoneErrorPage { frame: Frame::alone(texts), fault, unsent: None };
    let unsent = UnsentForm {
        action: String::from("/conversations/c1/messages"),
        written: (String::from("text"), String::from("<b>Shall we</b> meet on Sunday?\n\nAna")),
        rest: vec![(String::from("client_id"), String::from("k1"))],
    };
    let cannot_save = ErrorPage { unsent: Some(unsent), ..page(Fault::CannotSave) };
    let reason = texts.get("error-refusal-accept-first").into_owned();
    vec![
        shown("error-not-found", &page(Fault::NotFound)),
        shown("error-forbidden", &page(Fault::Forbidden { reason: Sentence::of(reason) })),
        shown("error-cross-site", &page(Fault::CrossSite)),
        shown("error-too-many", &page(Fault::TooMany { again: minutes_ago(-15) })),
        shown("error-internal", &page(Fault::Internal)),
        shown("error-cannot-save", &cannot_save),
        shown("error-unavailable", &alone(Fault::Unavailable)),
        shown("error-unknown-host", &alone(Fault::UnknownHost)),
    ]
}

fn demo(texts: Texts) -> Vec<Shown> {
    let entry = |name: &str, subject: &str| MailEntry {
        name: String::from(name),
        from: String::from("\"Ana Ruiz (Riverside)\" <ana@mail.riverside.example>"),
        to: String::from("ben@example.org"),
        subject: String::from(subject),
        sent: minutes_ago(12),
    };
    let subject = "Ana Ruiz would like to talk with you";
    let mail = |view| MailPage {
        frame: inside(texts, "/demo/mails/1"),
        mail: entry("1", subject),
        view,
        text: String::from("From: Ana\nTo: Ben\n\nHello Ben,\n\nI read that you repair bikes."),
    };
    let community =
        |name: &str, address: &str| CommunityEntry { name: String::from(name), address: String::from(address) };
    vec![
        shown(
            "mails",
            &MailsPage {
                frame: inside(texts, "/demo/mails"),
                mails: vec![entry("2", "Ben and 2 others wrote to you"), entry("1", subject)],
            },
        ),
        shown("mails-none", &MailsPage { frame: inside(texts, "/demo/mails"), mails: Vec::new() }),
        shown("mail-html", &mail(MailView::Html)),
        shown("mail-text", &mail(MailView::Text)),
        shown("mail-source", &mail(MailView::Source)),
        shown(
            "communities",
            &CommunitiesPage {
                frame: outside(texts, "/"),
                communities: vec![
                    community("Riverside", "http://riverside.localhost:8000/"),
                    community("ضفة النهر", "http://nahr.localhost:8000/"),
                ],
            },
        ),
    ]
}
