//! What comes out at the doors: pages, the API, live events, mails.

use super::model::{Is, Model};
use super::order::{PEOPLE, Who};
use super::shown::assert_only_theirs;
use super::world::{World, words_in};
use snug_domain::Timestamp;
use snug_domain::conversations::EntryKind;
use snug_testkit::browser::{Answer, Browser, Method, StatusCode};
use snug_testkit::days;
use std::collections::BTreeMap;

/// Where somebody could read of it.
pub(super) const PATHS: [&str; 16] = [
    "/conversations/{id}",
    "/conversations/{id}?before=5",
    "/conversations/{id}?after_message=0",
    "/conversations",
    "/conversations?show=unread",
    "/conversations?show=invitations",
    "/conversations?show=archived",
    "/bell",
    "/api/v1/conversations/{id}",
    "/api/v1/conversations/{id}/messages",
    "/api/v1/conversations/{id}/messages?after=0",
    "/api/v1/conversations",
    "/api/v1/conversations?show=unread",
    "/api/v1/conversations?show=archived",
    "/api/v1/invitations",
    "/api/v1/bell",
];

/// Where they could hear of it.
pub(super) const STREAMS: [&str; 2] = ["/live?since=0", "/api/v1/live?since=0"];

/// The browsers they are signed in with, and how far their mails are read.
#[derive(Default)]
pub(super) struct Doors {
    browsers: BTreeMap<Who, (Timestamp, Browser)>,
    mails_read: usize,
}

impl Doors {
    pub(super) async fn browser(&mut self, world: &World, who: Who) -> Browser {
        let now = world.now();
        // A session that nobody used for weeks has ended.
        let kept = self.browsers.get(&who).filter(|(signed_in_at, _)| now - *signed_in_at < days(7));
        if let Some((_, browser)) = kept {
            return browser.clone();
        }
        let browser = world.site.sign_in(&world.people[who]).await;
        self.browsers.insert(who, (now, browser.clone()));
        browser
    }

    /// Looks for words that are not theirs on every page, in every answer of the API and in every event.
    pub(super) async fn compare(&mut self, world: &World, model: &Model) {
        for who in 0..PEOPLE {
            let browser = self.browser(world, who).await;
            for path in PATHS {
                let answer = ask(&browser, world, path).await;
                assert_only_theirs(model, who, world.now(), &answer.body, path);
                assert_found(world, model, who, path, &answer);
            }
            for path in STREAMS {
                let heard = follow(&browser, world, who, path).await;
                assert_only_theirs(model, who, world.now(), &heard, path);
            }
            let sees = model.sees(who, world.now());
            for (place, message) in &world.messages {
                let found = world.app().find_message(&world.actor(who), world.conversation, *message).await;
                assert_eq!(found.is_ok(), sees.contains(place), "entry {place} by its id, for person {who}");
            }
        }
    }

    /// Looks for them in the mails that came since.
    pub(super) fn read_mails(&mut self, world: &World, model: &Model) {
        let mails = world.site.sent_mails();
        for mail in mails.iter().skip(self.mails_read) {
            let to = (0..PEOPLE).find(|who| mail.to.contains(&world.people[*who].address()));
            let said = format!("{}\n{}\n{}", mail.subject, mail.text, mail.html);
            assert_only_theirs(model, to.expect("one of the five"), world.now(), &said, "a mail");
        }
        self.mails_read = mails.len();
    }
}

pub(super) async fn ask(browser: &Browser, world: &World, path: &str) -> Answer {
    browser.get(path.replace("{id}", &world.conversation.to_string())).await
}

/// Every event until the last there is.
pub(super) async fn follow(browser: &Browser, world: &World, who: Who, path: &str) -> String {
    let last = world.app().last_change(&world.actor(who)).await.expect("a number");
    let mut heard = String::new();
    if last == 0 {
        return heard;
    }
    let mut stream = browser.follow_events(browser.request(Method::GET, path)).await;
    loop {
        let event = stream.next().await;
        let event = event.unwrap_or_else(|| panic!("{path} for {who}, {}: {last} after {heard}", stream.status()));
        heard.push_str(&format!("{} {}\n{}\n", event.name, event.id, event.data));
        if event.id == last.to_string() {
            return heard;
        }
    }
}

/// The page and the API show all that is theirs, and nothing at all to who was never asked.
fn assert_found(world: &World, model: &Model, who: Who, path: &str, answer: &Answer) {
    let is_about_it = path.contains("{id}");
    if is_about_it && model.people[who].is == Is::Nobody {
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path} for person {who}");
        return;
    }
    if path.ends_with("?before=5") && model.sees(who, world.now()).range(..4).next().is_none() {
        return;
    }
    assert!(answer.status().is_success(), "{path} for person {who}: {}", answer.status());
    if model.may_write(who) && matches!(path, "/conversations/{id}" | "/api/v1/conversations/{id}/messages?after=0") {
        let shown = words_in(&answer.body);
        for place in model.sees(who, world.now()) {
            let entry = &model.entries[place];
            let is_told = entry.deleted_at.is_none() && entry.kind == EntryKind::Message;
            assert!(
                !is_told || shown.contains(&model.words(who, place, world.now())),
                "{path} shows {who} all that is theirs: {entry:?}"
            );
        }
    }
}
