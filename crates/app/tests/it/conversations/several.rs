//! A third participant: nobody is taken for another, and nobody learns what they may not know.

use snug_app::Message;
use snug_app::conversations::{Filter, Participant, Shown, Stand, Title};
use snug_app::live::CaughtUp;
use snug_domain::conversations::ChangeKind;
use snug_domain::conversations::ParticipantState::{Declined, Invited, Joined};
use snug_domain::conversations::ToldState;
use snug_domain::{ConversationId, Refusal};
use snug_testkit::{Member, TestApp, minutes, refused};

/// Ana, Ben and Carla, who talk, and their conversation.
async fn three(app: &TestApp) -> ([Member; 3], ConversationId) {
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Joined)], "Hello both").await;
    ([ana, ben, carla], conversation)
}

fn authors(entries: &[Message]) -> Vec<&str> {
    entries.iter().map(|entry| entry.author.name.as_str()).collect()
}

fn told(participants: &[Participant]) -> Vec<(&str, Option<ToldState>)> {
    participants.iter().map(|other| (other.person.name.as_str(), other.state)).collect()
}

/// The changes of a member after a number, by what they are.
async fn changes(app: &TestApp, member: &Member, after: i64) -> Vec<ChangeKind> {
    match app.snug().catch_up(&member.actor(), after).await.expect("changes") {
        CaughtUp::Events { events, .. } => events.iter().map(|event| event.kind).collect(),
        CaughtUp::Reload { .. } => panic!("too many"),
    }
}

#[tokio::test]
async fn each_entry_says_who_wrote_it_to_everybody() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ben.say(conversation, "From Ben").await;
    carla.say(conversation, "From Carla").await;
    for reader in [&ana, &ben, &carla] {
        let entries = reader.entries(conversation).await;
        let authors = authors(&entries);
        assert_eq!(
            authors[..4],
            ["Ana Ruiz", "Ana Ruiz", "Ben Okafor", "Carla Lindqvist"],
            "who began, wrote and joined"
        );
        assert_eq!(authors[4..], ["Ben Okafor", "Carla Lindqvist"]);
        let last = reader.lists(Filter::All).await.remove(0).last.expect("words");
        assert_eq!((last.author.id, last.excerpt.as_str()), (carla.id(), "From Carla"));
    }
}

#[tokio::test]
async fn everybody_is_in_it_once_and_it_is_in_everybodys_list_once() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ben.say(conversation, "Hello").await;
    for reader in [&ana, &ben, &carla] {
        let listed = reader.lists(Filter::All).await;
        assert_eq!(listed.len(), 1);
        let shown = reader.sees(conversation).await;
        assert_eq!((shown.stand, shown.participants.len(), shown.others), (Stand::Talking, 2, 2));
        assert_eq!(told(&listed[0].participants), told(&shown.participants));
        assert!(!told(&shown.participants).iter().any(|(name, _)| *name == reader.person.name));
    }
}

#[tokio::test]
async fn who_is_asked_sees_the_message_they_were_asked_with_and_nothing_newer() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined), (&carla, Invited)], "Hello both").await;
    let seen = async || {
        let listed = carla.lists(Filter::Invitations).await.remove(0);
        let bell = carla.bell().await.first.remove(0);
        let texts = [listed.last.expect("words").excerpt, bell.last.expect("words").excerpt];
        (texts, carla.hears(conversation).await, listed.unread_count, listed.active_at)
    };
    let (before, number) = (seen().await, app.snug().last_change(&carla.actor()).await.expect("a number"));
    assert_eq!(before.1, ["Hello both"]);
    app.wait(minutes(5));
    let secret = ben.say(conversation, "Not for Carla").await;
    assert_eq!(seen().await, before);
    ben.edit(conversation, secret.id, "Still not for Carla").await;
    ben.delete(conversation, secret.id).await;
    assert_eq!(seen().await, before);
    assert_eq!(changes(&app, &carla, number).await, [], "and hears of nothing");
}

#[tokio::test]
async fn who_left_keeps_what_was_said_while_they_were_in_and_sees_nothing_after() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ben.say(conversation, "While Carla is in").await;
    carla.leave(conversation).await;
    ana.say(conversation, "After she left").await;
    assert_eq!(carla.hears(conversation).await, ["Hello both", "While Carla is in"]);
    let shown = carla.sees(conversation).await;
    assert_eq!((shown.stand, shown.unread_count), (Stand::Left, 0), "and did not withdraw anything");
    let listed = app.snug().find_listed(&carla.actor(), conversation).await.expect("a seat");
    assert_eq!(listed.last.expect("a line").author.id, carla.id());
    assert!(carla.lists(Filter::All).await.is_empty());
    let said = app.snug().reply(&carla.actor(), conversation, carla.draft("Hello?")).await;
    assert_eq!(refused(said), Refusal::NotInIt);
    assert_eq!(ana.sees(conversation).await.stand, Stand::Talking, "the others talk on");
}

#[tokio::test]
async fn what_was_said_before_somebody_joined_counts_for_nothing() {
    let app = TestApp::new().await;
    let [ana, ben, carla] = [app.member("ana").await, app.member("ben").await, app.member("carla").await];
    let conversation = app.several(&ana, &[(&ben, Joined)], "Hello Ben").await;
    for number in 0..5 {
        ben.say(conversation, &format!("Before Carla {number}")).await;
    }
    ben.adds(conversation, &carla, Shown::Nothing, "Hello Carla").await;
    ben.say(conversation, "Before she accepts").await;
    carla.accept(conversation).await;
    let after = ana.say(conversation, "Welcome").await;
    let gone = ana.say(conversation, "Never mind").await;
    assert_eq!(carla.hears(conversation).await, ["Hello Carla", "Before she accepts", "Welcome", "Never mind"]);
    assert_eq!(carla.sees(conversation).await.unread_count, 2);
    ana.delete(conversation, gone.id).await;
    assert_eq!(carla.sees(conversation).await.unread_count, 1);
    ana.restore(conversation, gone.id).await;
    assert_eq!(carla.sees(conversation).await.unread_count, 2);
    app.snug().mark_read(&carla.actor(), conversation, after.sequence).await.expect("read");
    assert_eq!(carla.sees(conversation).await.unread_count, 1);
}

#[tokio::test]
async fn nobody_learns_who_declined_and_who_is_asked_learns_who_is_in_only() {
    let app = TestApp::new().await;
    let people = ["ana", "ben", "carla", "deniz", "emma"];
    let mut seen = Vec::new();
    for answer in [Invited, Declined] {
        let [ana, ben, carla, deniz, emma] = [
            app.member(&format!("{}{answer:?}", people[0])).await,
            app.member(&format!("{}{answer:?}", people[1])).await,
            app.member(&format!("{}{answer:?}", people[2])).await,
            app.member(&format!("{}{answer:?}", people[3])).await,
            app.member(&format!("{}{answer:?}", people[4])).await,
        ];
        let others = [(&ben, Joined), (&carla, answer), (&deniz, Invited), (&emma, Declined)];
        let conversation = app.several(&ana, &others, "Hello all").await;
        let states = async |member: &Member| {
            let shown = member.sees(conversation).await;
            let states: Vec<_> = shown.participants.iter().map(|other| other.state).collect();
            let listed = app.snug().find_listed(&member.actor(), conversation).await.expect("a seat");
            assert_eq!(listed.participants.iter().map(|other| other.state).collect::<Vec<_>>(), states);
            assert_eq!((listed.stand, listed.others), (shown.stand, shown.others));
            (states, shown.others, shown.stand)
        };
        seen.push([states(&ana).await, states(&ben).await, states(&deniz).await, states(&emma).await]);
    }
    let [undecided, declined] = &seen[..] else { panic!("two") };
    assert_eq!(undecided, declined);
    let invited = [ToldState::Invited; 3].map(Some);
    assert_eq!(undecided[0].0, [&[Some(ToldState::Joined)], &invited[..]].concat());
    for only_asked in &undecided[2..] {
        assert_eq!(only_asked.0, [Some(ToldState::Joined), Some(ToldState::Joined)]);
    }
}

#[tokio::test]
async fn a_read_mark_is_told_to_whoever_wrote_what_was_read_and_to_nobody_else() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    ben.say(conversation, "From Ben").await;
    let mut numbers = Vec::new();
    for member in [&ana, &ben, &carla] {
        numbers.push(app.snug().last_change(&member.actor()).await.expect("a number"));
    }
    carla.reads(conversation).await;
    assert_eq!(changes(&app, &ana, numbers[0]).await, []);
    assert_eq!(changes(&app, &ben, numbers[1]).await, [ChangeKind::ReadByOther]);
    assert_eq!(changes(&app, &carla, numbers[2]).await, [ChangeKind::Read]);
    let shown = ben.sees(conversation).await;
    let read: Vec<_> = shown.participants.iter().map(|other| other.read_sequence).collect();
    assert_eq!((read, shown.read_by_others), (vec![2, 5], 5));
}

#[tokio::test]
async fn a_team_that_takes_part_takes_nothing_from_anybodys_list_and_ends_no_stream() {
    let app = TestApp::new().await;
    let ([ana, ben, carla], conversation) = three(&app).await;
    app.adds_a_team(conversation).await;
    let before = app.snug().last_change(&ben.actor()).await.expect("a number");
    ana.say(conversation, "Hello team").await;
    for reader in [&ana, &ben, &carla] {
        assert_eq!(reader.lists(Filter::All).await.len(), 1);
        assert_eq!(reader.sees(conversation).await.stand, Stand::Talking);
    }
    assert_eq!(changes(&app, &ben, before).await, [ChangeKind::Message]);
}

#[tokio::test]
async fn a_conversation_without_a_title_is_called_by_its_people() {
    let app = TestApp::new().await;
    let ana = app.member("ana").await;
    let mut others = Vec::new();
    for number in 1..=6 {
        others.push(app.member(&format!("guest{number}")).await);
    }
    let asked: Vec<_> = others.iter().map(|other| (other, Joined)).collect();
    let of_three = app.several(&ana, &asked[..3], "Three").await;
    let of_six = app.several(&ana, &asked, "Six").await;
    for (conversation, named, besides) in [(of_three, 3, 0), (of_six, 2, 4)] {
        let listed = app.snug().find_listed(&ana.actor(), conversation).await.expect("a seat");
        assert_eq!(listed.title, ana.sees(conversation).await.title);
        let Title::People { first, more } = listed.title else { panic!("names") };
        assert_eq!((first.len(), more), (named, besides));
    }
}
