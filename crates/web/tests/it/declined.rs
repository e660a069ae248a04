//! Declining is silent at every door: whatever the starter of an invitation can read is the same, to the byte, whether
//! it was declined or nobody has answered it.

use snug_domain::ConversationId;
use snug_domain::people::Writers;
use snug_testkit::browser::{Browser, Method, TestSite};
use snug_testkit::{Member, ReceivedMail, days, minutes};
use std::collections::{BTreeMap, BTreeSet};

/// Every route that reads, with each form of address in which it could tell of an invitation.
const ASKED: &[(&str, &[&str])] = &[
    ("/", &["/"]),
    ("/help", &["/help"]),
    ("/about", &["/about"]),
    ("/privacy", &["/privacy"]),
    ("/sign-in", &["/sign-in"]),
    ("/sign-up", &["/sign-up"]),
    ("/password/forgot", &["/password/forgot"]),
    ("/people", &["/people", "/people?q=ben", "/people?q=b&after=ana.ruiz"]),
    ("/people/{handle}", &["/people/{ben}", "/people/{ana}"]),
    (
        "/conversations",
        &[
            "/conversations",
            "/conversations?show=unread",
            "/conversations?show=invitations",
            "/conversations?show=starred",
            "/conversations?show=archived",
            "/conversations?after=9999999999999.{conversation}",
        ],
    ),
    ("/conversations/new", &["/conversations/new", "/conversations/new?q=ben", "/conversations/new?to={ben}"]),
    (
        "/conversations/{id}",
        &[
            "/conversations/{conversation}",
            "/conversations/{conversation}?before=2",
            "/conversations/{conversation}?after_message=0",
        ],
    ),
    ("/conversations/{id}/people", &["/conversations/{conversation}/people"]),
    (
        "/conversations/{id}/people/add",
        &["/conversations/{conversation}/people/add", "/conversations/{conversation}/people/add?to={ben}"],
    ),
    ("/bell", &["/bell"]),
    ("/presence", &["/presence?of={ben},{ana}"]),
    ("/preferences", &["/preferences"]),
    ("/preferences/blocked", &["/preferences/blocked"]),
    ("/live", &["/live?since=0"]),
    ("/healthz", &["/healthz"]),
    ("/readyz", &["/readyz"]),
    ("/api/openapi.json", &["/api/openapi.json"]),
    ("/api/v1/sessions", &["/api/v1/sessions"]),
    ("/api/v1/me", &["/api/v1/me"]),
    ("/api/v1/people", &["/api/v1/people", "/api/v1/people?search=ben"]),
    ("/api/v1/people/{handle}", &["/api/v1/people/{ben}", "/api/v1/people/{ana}"]),
    ("/api/v1/blocks", &["/api/v1/blocks"]),
    (
        "/api/v1/conversations",
        &[
            "/api/v1/conversations",
            "/api/v1/conversations?show=unread",
            "/api/v1/conversations?show=invitations",
            "/api/v1/conversations?show=starred",
            "/api/v1/conversations?show=archived",
        ],
    ),
    ("/api/v1/conversations/{id}", &["/api/v1/conversations/{conversation}"]),
    (
        "/api/v1/conversations/{id}/messages",
        &[
            "/api/v1/conversations/{conversation}/messages",
            "/api/v1/conversations/{conversation}/messages?before=2",
            "/api/v1/conversations/{conversation}/messages?after=0",
        ],
    ),
    ("/api/v1/invitations", &["/api/v1/invitations"]),
    ("/api/v1/bell", &["/api/v1/bell"]),
    ("/api/v1/tokens", &["/api/v1/tokens"]),
    ("/api/v1/live", &["/api/v1/live?since=0"]),
];

/// Routes at which the starter has nothing to ask, each with the reason.
const EXCUSED: &[(&str, &str)] = &[
    ("/assets/{file}", "the files of the program, the same for everybody"),
    ("/assets/community/{file}", "what the community looks like, the same for everybody"),
    ("/favicon.ico", "what the community looks like, the same for everybody"),
    ("/apple-touch-icon.png", "what the community looks like, the same for everybody"),
    ("/manifest.webmanifest", "what the community looks like, the same for everybody"),
    ("/m/{token}", "the link is in the recipient's mail, and shows them what they decided"),
    ("/mute/{token}", "the link is in the mail of a digest, and is about one's own mails"),
    ("/u/{token}", "the link is in the recipient's mail, and is about their mails"),
    ("/sign-in/link/{token}", "shows a button and no account"),
    ("/sign-up/confirm/{token}", "shows what somebody signs up with, who has no conversations yet"),
    ("/password/reset/{token}", "shows a field and no account"),
    ("/conversations/{id}/messages/{message}/readers", "tells only of those who take part"),
    ("/api/v1/conversations/{id}/messages/{message}/readers", "tells only of those who take part"),
    ("/demo/mails", "the demo shows everybody's mails"),
    ("/demo/mails/{name}", "the demo shows everybody's mails"),
    ("/demo/mails/{name}/html", "the demo shows everybody's mails"),
];

#[test]
fn every_route_that_reads_is_compared_or_excused() {
    let routes = snug_web::routes().into_iter().filter(|route| route.method == Method::GET).map(|route| route.path);
    let routes: BTreeSet<_> = routes.collect();
    let excused = EXCUSED.iter().map(|(route, _)| *route);
    let known: BTreeSet<_> = ASKED.iter().map(|(route, _)| *route).chain(excused).map(str::to_owned).collect();
    assert_eq!(routes, known, "a new GET route gets a line in ASKED or EXCUSED");
}

/// What becomes of an invitation.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Answer {
    None,
    Declined,
    /// Before the mail with the invitation left.
    DeclinedAtOnce,
    /// Declined, taken back, and declined again.
    DeclinedAgain,
    /// Declined by blocking the starter.
    Blocked,
    /// Declined, and the starter blocked later.
    DeclinedAndBlocked,
}

/// A starter, and one who is invited; beside them a conversation that runs.
struct World {
    site: TestSite,
    browser: Browser,
    ana: Member,
    ben: Member,
    conversation: ConversationId,
}

impl World {
    async fn new() -> Self {
        let site = TestSite::new().await;
        let (ana, dora, talk) = site.talking("ana", "dora").await;
        let ben = site.member("ben").await;
        dora.say(talk, "Unread, and told of in a digest").await;
        // Ids decide the order of what happened at the same moment, and differ from world to world.
        site.advance(minutes(1)).await;
        let browser = site.sign_in(&ana).await;
        let conversation = ana.start_conversation("ben", "Hello Ben").await;
        Self { site, browser, ana, ben, conversation }
    }

    /// Everything Ana can read now, address by address.
    async fn read(&self) -> BTreeMap<String, String> {
        let mut read = BTreeMap::new();
        for path in ASKED.iter().flat_map(|(_, paths)| *paths) {
            let filled = path.replace("{conversation}", &self.conversation.to_string());
            let filled =
                filled.replace("{ben}", self.ben.handle().as_str()).replace("{ana}", self.ana.handle().as_str());
            let answer = if path.contains("/live") { self.follow(&filled).await } else { self.ask(&filled).await };
            read.insert((*path).to_owned(), answer);
        }
        let mails = self.site.sent_mails();
        let mails = mails.iter().filter(|mail| mail.to.contains(&self.ana.address()));
        read.insert(
            String::from("mails"),
            mails.map(|mail| format!("{}\n{}\n", mail.subject, without_token(mail))).collect(),
        );
        read
    }

    async fn ask(&self, path: &str) -> String {
        let answer = self.browser.get(path).await;
        assert!(answer.status().is_success() || answer.status().is_redirection(), "{path}: {}", answer.status());
        let mut headers: Vec<_> = answer.headers().iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        // The one that tells the time of the machine.
        headers.retain(|header| !header.starts_with("date: "));
        headers.sort_unstable();
        format!("{}\n{}\n\n{}", answer.status(), headers.join("\n"), answer.body)
    }

    /// Every event until the last there is.
    async fn follow(&self, path: &str) -> String {
        let last = self.site.snug().last_change(&self.ana.actor()).await.expect("a number");
        let mut stream = self.browser.follow_events(self.browser.request(Method::GET, path)).await;
        let mut heard = stream.status().to_string();
        loop {
            let event = stream.next().await.expect("an event");
            heard.push_str(&format!("\n{} {}\n{}", event.name, event.id, event.data));
            if event.id == last.to_string() {
                return heard;
            }
        }
    }
}

/// The text of a mail without the signed token of the link that ends them.
fn without_token(mail: &ReceivedMail) -> String {
    let mut text = mail.text.clone();
    for path in ["/u/", "/mute/"].into_iter().filter(|path| mail.text.contains(path)) {
        text = text.replace(&mail.token_after(path), "{token}");
    }
    text
}

/// The same names for the ids and the port of each world, and for the keys the test kit counts.
pub(crate) struct Names {
    port: String,
    ids: BTreeMap<String, usize>,
}

impl Names {
    /// Those of the world of this browser; none is given yet.
    pub(crate) fn of(browser: &Browser) -> Self {
        let port = browser.origin().rsplit(':').next().unwrap_or_default().to_owned();
        Self { port, ids: BTreeMap::new() }
    }

    /// A text with the names.
    pub(crate) fn name(&mut self, text: &str) -> String {
        let (mut rest, mut named) = (text, String::new());
        while let Some(character) = rest.chars().next() {
            let id = rest.get(..36).filter(|id| uuid::Uuid::try_parse(id).is_ok());
            let (name, length) = if let Some(id) = id {
                let next = self.ids.len();
                (format!("id-{}", self.ids.entry(id.to_owned()).or_insert(next)), id.len())
            } else if let Some(key) = rest.strip_prefix("draft-") {
                let digits = key.chars().take_while(char::is_ascii_digit).count();
                (String::from("draft"), rest.len() - key.len() + digits)
            } else {
                (character.to_string(), character.len_utf8())
            };
            named.push_str(&name);
            rest = rest.get(length..).unwrap_or_default();
        }
        named.replace(&self.port, "port")
    }
}

/// What was read, with the names.
fn comparable(lived: Vec<BTreeMap<String, String>>, world: &World) -> Vec<BTreeMap<String, String>> {
    let mut names = Names::of(&world.browser);
    let mut named = |text: &str| names.name(text);
    lived.into_iter().map(|read| read.into_iter().map(|(path, text)| (path, named(&text))).collect()).collect()
}

/// The life of an invitation as its starter reads it, from beginning to end.
async fn as_read_by_the_starter(answer: Answer) -> Vec<BTreeMap<String, String>> {
    let world = World::new().await;
    let World { site, ana, ben, conversation, .. } = &world;
    if answer == Answer::DeclinedAtOnce {
        ben.decline(*conversation).await;
    }
    site.advance(days(1)).await;
    match answer {
        Answer::Declined => ben.decline(*conversation).await,
        Answer::DeclinedAgain => {
            ben.decline(*conversation).await;
            ben.undoes_declining(*conversation).await;
            ben.decline(*conversation).await;
        }
        Answer::Blocked => ben.blocks(ana).await,
        Answer::DeclinedAndBlocked => {
            ben.decline(*conversation).await;
            ben.blocks(ana).await;
        }
        Answer::None | Answer::DeclinedAtOnce => {}
    }
    let mut lived = vec![world.read().await];
    let message = ana.entries(*conversation).await[0].id;
    ana.edit(*conversation, message, "Hello dear Ben").await;
    lived.push(world.read().await);
    site.advance(days(20)).await;
    lived.push(world.read().await);
    ana.reminds(*conversation).await;
    site.advance(minutes(5)).await;
    lived.push(world.read().await);
    site.advance(days(20)).await;
    lived.push(world.read().await);
    comparable(lived, &world)
}

fn assert_same(read: &[BTreeMap<String, String>], expected: &[BTreeMap<String, String>], what: &str) {
    assert_eq!(read.len(), expected.len());
    for (step, (read, expected)) in read.iter().zip(expected).enumerate() {
        for (path, text) in read {
            assert_eq!(text, &expected[path], "{what}, step {step}: {path}");
        }
    }
}

#[tokio::test]
async fn at_the_moment_of_declining_no_byte_of_any_answer_changes() {
    for is_mailed in [false, true] {
        let world = World::new().await;
        if is_mailed {
            world.site.advance(days(3)).await;
        }
        let before = world.read().await;
        assert!(before["/conversations/{conversation}"].contains("Waiting"), "guard: it shows how it stands");
        world.ben.decline(world.conversation).await;
        assert_same(&[world.read().await], &[before], "the same world");
    }
}

#[tokio::test]
async fn a_declined_invitation_reads_as_an_unanswered_one_all_its_life() {
    let unanswered = as_read_by_the_starter(Answer::None).await;
    let all =
        [Answer::Declined, Answer::DeclinedAtOnce, Answer::DeclinedAgain, Answer::Blocked, Answer::DeclinedAndBlocked];
    for answer in all {
        assert_same(&as_read_by_the_starter(answer).await, &unanswered, &format!("{answer:?}"));
    }
}

#[tokio::test]
async fn a_block_reads_as_wanting_no_messages_whatever_the_two_were_to_each_other() {
    for are_acquainted in [false, true] {
        let mut lived = Vec::new();
        for blocks in [false, true] {
            let mut world = World::new().await;
            if are_acquainted {
                // Without a conversation of the two, which a block closes.
                world.site.wait(minutes(1));
                let group = world.ben.start_group(&[&world.ana], "A group", "Hello all").await;
                world.ana.accept(group).await;
            }
            world.site.advance(days(61)).await;
            // The session has ended meanwhile.
            world.browser = world.site.sign_in(&world.ana).await;
            match blocks {
                true => world.ben.blocks(&world.ana).await,
                false => world.ben.is_written_to_by(Writers::Nobody).await,
            }
            let read = world.read().await;
            assert!(read["/people/{ben}"].contains("takes no messages"), "guard: it is said before typing");
            lived.push(comparable(vec![read], &world));
        }
        assert_same(&lived[1], &lived[0], "a block");
    }
}
