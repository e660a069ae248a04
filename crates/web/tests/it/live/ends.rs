use snug_app::accounts::{Token, Tokens};
use snug_domain::ConversationId;
use snug_testkit::browser::{Browser, Events, Method, TestSite};
use snug_testkit::{Member, PASSWORD};
use std::time::Duration;

/// A little more than the time between two beats.
const BEAT: Duration = Duration::from_secs(21);

#[tokio::test]
async fn a_stream_gives_a_sign_of_life() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let mut stream = site.sign_in(&ana).await.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    for _ in 0..3 {
        site.let_connections_wait(BEAT).await;
        assert_eq!(stream.next().await.expect("an event").name, "beat");
    }
}

/// A browser that stays, and the streams of a thief: of a session and of a token, each of which hears what is said.
struct Overheard {
    kept: Events,
    of_session: Events,
    of_token: Events,
    here: Browser,
    ben: Member,
    conversation: ConversationId,
}

impl Overheard {
    async fn begin(site: &TestSite) -> Self {
        let (ana, ben, conversation) = site.talking("ana", "ben").await;
        let (here, elsewhere) = (site.sign_in(&ana).await, site.sign_in(&ana).await);
        let (_, token) = ana.api_token("A thief").await;
        let program = site.browser();
        let request = program.request(Method::GET, "/api/v1/live").bearer_auth(token.reveal());
        let (mut kept, mut of_session) = (here.live(None).await, elsewhere.live(None).await);
        let mut of_token = program.follow_events(request).await;
        ben.say(conversation, "While all may hear").await;
        for stream in [&mut kept, &mut of_session, &mut of_token] {
            assert!(stream.next_change().await.data.contains("While all may hear"), "guard");
        }
        Self { kept, of_session, of_token, here, ben, conversation }
    }

    /// Only the browser that stays hears what is said from now on, and the others end at once, not with a beat.
    async fn only_ana_hears(mut self) {
        self.ben.say(self.conversation, "For Ana alone").await;
        for stream in [&mut self.of_session, &mut self.of_token] {
            while let Some(event) = stream.next().await {
                assert!(!event.data.contains("For Ana alone"), "{event:?}");
            }
        }
        assert!(self.kept.next_change().await.data.contains("For Ana alone"));
    }
}

#[tokio::test]
async fn streams_end_at_once_when_all_others_are_ended() {
    let site = TestSite::new().await;
    let overheard = Overheard::begin(&site).await;
    overheard.here.submit("/preferences/sessions/end-others", &[]).await;
    overheard.only_ana_hears().await;
}

#[tokio::test]
async fn streams_end_at_once_when_the_password_is_changed() {
    let site = TestSite::new().await;
    let overheard = Overheard::begin(&site).await;
    let change = [("current_password", PASSWORD), ("password", "another quiet corner")];
    overheard.here.submit("/preferences/password", &change).await;
    overheard.only_ana_hears().await;
}

#[tokio::test]
async fn a_stream_whose_session_or_token_ends_without_a_word_tells_nothing_more() {
    let site = TestSite::new().await;
    let overheard = Overheard::begin(&site).await;
    // On another node, from which no hint comes.
    let (ana, node) = (site.member("ana").await, site.another_node());
    let sessions = node.list_sessions(&ana.actor()).await.expect("sessions");
    let own = overheard.here.cookie("snug-session").expect("a session");
    let arrived = node.arrive(&site.community().host, Some(Token::shown(&own)), site.now()).await.expect("an answer");
    let own = arrived.expect("a community").signed_in.expect("signed in").session;
    assert!(sessions.iter().any(|session| session.id == own), "guard");
    node.end_other_sessions(&ana.actor(), Some(own), Tokens::End).await.expect("ended");
    overheard.only_ana_hears().await;
}

#[tokio::test]
async fn signing_out_ends_the_streams_of_that_browser() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let (here, there) = (site.sign_in(&ana).await, site.sign_in(&ana).await);
    let (mut ended, mut kept) = (here.live(None).await, there.live(None).await);
    for stream in [&mut kept, &mut ended] {
        assert_eq!(stream.next().await.expect("an event").name, "hello");
    }
    here.submit("/sign-out", &[]).await;
    assert!(ended.ends().await);
    site.let_connections_wait(BEAT).await;
    assert_eq!(kept.next().await.expect("an event").name, "beat", "this one goes on");
}

#[tokio::test]
async fn streams_end_when_the_program_stops() {
    let site = TestSite::new().await;
    let (ana, ..) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let mut stream = browser.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    site.stop();
    assert!(stream.ends().await);
}

#[tokio::test]
async fn nobody_is_counted_as_following_who_left() {
    let site = TestSite::new().await;
    let (ana, ben, conversation) = site.talking("ana", "ben").await;
    let browser = site.sign_in(&ana).await;
    let mut stream = browser.live(None).await;
    assert_eq!(stream.next().await.expect("an event").name, "hello");
    drop((stream, browser));
    ben.say(conversation, "Anybody there?").await;
    site.let_connections_wait(BEAT).await;
    // The end of a connection is noticed by the task that serves it.
    for _ in 0..1_000 {
        tokio::task::yield_now().await;
    }
    assert_eq!(site.snug().count_followers(), 0);
}
