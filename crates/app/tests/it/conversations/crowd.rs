//! Fifty people in one conversation, all at once: nothing is lost, nothing comes twice, and everybody's counts are right.

use snug_app::conversations::{AddPeople, Shown, Slice, Stand};
use snug_app::{Error, Message};
use snug_domain::ConversationId;
use snug_domain::conversations::{EntryKind, Level};
use snug_store::Location;
use snug_store::testing::{count_deadlocks, list_change_numbers};
use snug_testkit::{Member, TestApp, days};
use std::collections::BTreeSet;
use std::pin::Pin;
use tokio::task::JoinSet;

type Work = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

const PEOPLE: usize = 50;
const MESSAGES_OF_EACH: usize = 4;

/// A conversation of fifty, with whoever began it first.
async fn fifty(app: &TestApp) -> (Vec<Member>, ConversationId) {
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        people.push(app.member_without_password(&format!("person{number}")).await);
    }
    let ten: Vec<_> = people[1..11].iter().collect();
    let conversation = people[0].start_group(&ten, "Fifty", "Hello all").await;
    // No more than ten wait for an answer, and no more than twenty are asked in a day.
    for (round, ten) in people[1..].chunks(10).enumerate() {
        if round > 0 {
            app.wait(days(1));
            let ten: Vec<_> = ten.iter().collect();
            people[0].try_add(conversation, &ten, Shown::All, "Hello you too").await.expect("ten more are asked");
        }
        for person in ten {
            person.accept(conversation).await;
        }
    }
    (people, conversation)
}

/// All that somebody sees of a conversation.
async fn everything(app: &TestApp, member: &Member, conversation: ConversationId) -> Vec<Message> {
    let mut entries: Vec<Message> = Vec::new();
    loop {
        let after = entries.last().map_or(0, |last| last.sequence);
        let shown = app.snug().show_conversation(&member.actor(), conversation, Slice::After(after), 200).await;
        let (_, messages) = shown.expect("a conversation");
        entries.extend(messages.entries);
        if !messages.more {
            return entries;
        }
    }
}

/// Fails unless somebody's counts are those that what they see makes.
async fn assert_counted_right(app: &TestApp, member: &Member, conversation: ConversationId) {
    let entries = everything(app, member, conversation).await;
    let shown = member.sees(conversation).await;
    let is_news = |entry: &&Message| {
        let is_about_them = entry.subject.as_ref().is_some_and(|subject| subject.id == member.id());
        let is_new = entry.sequence > shown.read_sequence && entry.deleted_at.is_none();
        is_new && entry.author.id != member.id() && (entry.kind == EntryKind::Message || is_about_them)
    };
    let news = entries.iter().filter(is_news).count();
    assert_eq!(shown.unread_count, i64::try_from(news).expect("a number"), "unread by {}", member.key);
    let listed = app.snug().find_listed(&member.actor(), conversation).await.expect("a row");
    assert_eq!(listed.unread_count, shown.unread_count);
    assert_eq!(listed.rings, shown.unread_count > 0 && shown.level != Level::Muted, "{}", member.key);
    assert_eq!(listed.last.expect("words").id, entries.last().expect("an entry").id, "{}", member.key);
}

/// Fails unless everybody's changes are numbered from 1 on, without a gap.
async fn assert_numbered_right(app: &TestApp) {
    let rows: Result<_, snug_store::Error> = app.database().read(list_change_numbers).await;
    for row in rows.expect("numbers") {
        let [handle, last, count, first, highest] = &row[..] else { panic!("five columns") };
        assert_eq!([last, first.as_str()], [count, "1"], "{handle}");
        assert_eq!(last, highest, "{handle}");
    }
}

/// Fails if two transactions ever waited for each other.
async fn assert_nobody_waited_in_a_circle(app: &TestApp) {
    if !matches!(app.database().location(), Location::Postgres { .. }) {
        return;
    }
    let rows: Result<_, snug_store::Error> = app.database().read(count_deadlocks).await;
    assert_eq!(rows.expect("a number"), [["0"]]);
}

/// Everybody's work done at once; a refusal is an answer, and nothing else may go wrong.
async fn all_at_once(work: Vec<impl Future<Output = Result<(), Error>> + Send + 'static>) -> usize {
    let mut tasks = JoinSet::new();
    for one in work {
        tasks.spawn(one);
    }
    let mut done = 0;
    while let Some(outcome) = tasks.join_next().await {
        match outcome.expect("no panic") {
            Ok(()) => done += 1,
            Err(Error::Refused(_) | Error::CannotAsk(_)) => {}
            Err(fault) => panic!("{fault:?}"),
        }
    }
    done
}

#[tokio::test]
async fn fifty_people_who_write_at_once_lose_nothing_and_count_right() {
    let app = TestApp::new().await;
    let (people, conversation) = fifty(&app).await;
    let before = everything(&app, &people[0], conversation).await.len();
    let mut work = Vec::new();
    let mut sent = BTreeSet::new();
    for number in 0..MESSAGES_OF_EACH {
        for member in &people {
            let text = format!("Number {number} of {}", member.key);
            sent.insert(text.clone());
            let (snug, actor, draft) = (app.snug().clone(), member.actor(), member.draft(&text));
            work.push(async move { snug.reply(&actor, conversation, draft).await.map(drop) });
        }
    }
    assert_eq!(all_at_once(work).await, sent.len(), "nobody is refused");

    let entries = everything(&app, &people[0], conversation).await;
    let texts: BTreeSet<_> = entries[before..].iter().map(|entry| entry.source.clone()).collect();
    assert_eq!((entries.len() - before, texts), (sent.len(), sent));
    let numbers: Vec<_> = entries.iter().map(|entry| entry.sequence).collect();
    assert_eq!(numbers, (1..=i64::try_from(entries.len()).expect("a number")).collect::<Vec<_>>());
    for member in &people {
        assert_counted_right(&app, member, conversation).await;
        assert_eq!(everything(&app, member, conversation).await.len(), entries.len());
    }
    assert_numbered_right(&app).await;
    assert_nobody_waited_in_a_circle(&app).await;
}

#[tokio::test]
async fn people_who_come_and_go_while_others_write_read_and_mute_leave_every_count_right() {
    let app = TestApp::new().await;
    let (people, conversation) = fifty(&app).await;
    app.wait(days(1));
    let mut work: Vec<Work> = Vec::new();
    for round in 0..3 {
        for (place, member) in people.iter().enumerate() {
            let (snug, actor, host) = (app.snug().clone(), member.actor(), people[0].actor());
            let (handle, draft) = (member.handle().clone(), member.draft(&format!("{round} of {}", member.key)));
            let draft_of_adding = people[0].draft("Come back");
            work.push(match (place % 5, round) {
                (1, 0) if place > 5 => Box::pin(async move { snug.leave(&actor, conversation).await }),
                (1, 1) if place > 5 => Box::pin(async move { snug.undo_leave(&actor, conversation).await }),
                (2, 1) if place > 5 => {
                    Box::pin(async move { snug.remove_participant(&host, conversation, handle).await })
                }
                (2, 2) if place > 40 => {
                    let add = AddPeople { to: vec![handle], history: Shown::Nothing, draft: draft_of_adding };
                    Box::pin(async move {
                        snug.add_people(&host, conversation, add).await?;
                        snug.accept(&actor, conversation).await
                    })
                }
                (3, _) => Box::pin(async move { snug.mark_read(&actor, conversation, i64::MAX).await }),
                (4, 0) => Box::pin(async move { snug.set_level(&actor, conversation, Level::Muted).await }),
                _ => Box::pin(async move {
                    let posted = snug.reply(&actor, conversation, draft).await?;
                    if round == 1 {
                        snug.delete_message(&actor, conversation, posted.message().id).await?;
                        snug.restore_message(&actor, conversation, posted.message().id).await?;
                    }
                    Ok(())
                }),
            });
        }
    }
    assert!(all_at_once(work).await > 100, "guard: most of it is done");

    let entries = everything(&app, &people[0], conversation).await;
    let numbers: Vec<_> = entries.iter().map(|entry| entry.sequence).collect();
    assert_eq!(numbers, (1..=i64::try_from(entries.len()).expect("a number")).collect::<Vec<_>>());
    let in_it = people[0].sees(conversation).await.others;
    let mut counted = 0;
    for member in &people {
        let shown = member.sees(conversation).await;
        if shown.stand == Stand::Talking {
            counted += 1;
            assert_eq!(shown.others, in_it, "{} sees as many others", member.key);
            assert_counted_right(&app, member, conversation).await;
        }
    }
    assert_eq!(counted, in_it + 1);
    assert_numbered_right(&app).await;
    assert_nobody_waited_in_a_circle(&app).await;
}

#[tokio::test]
async fn somebody_who_writes_in_one_conversation_and_adds_people_in_another_never_waits_for_themself() {
    let app = TestApp::new().await;
    let [ana, ben] = [app.member("ana").await, app.member("ben").await];
    let mut groups = Vec::new();
    for number in 0..2 {
        let conversation = ana.start_group(&[&ben], &format!("Group {number}"), "Hello").await;
        ben.accept(conversation).await;
        groups.push(conversation);
    }
    let mut others = Vec::new();
    for number in 0..9 {
        others.push(app.member_without_password(&format!("person{number}")).await);
    }
    let mut work: Vec<Work> = Vec::new();
    // Large ones, which count their bytes too.
    let large = "word ".repeat(1_000);
    for (number, other) in others.iter().enumerate() {
        let (snug, actor, add_to) = (app.snug().clone(), ana.actor(), groups[number % 2]);
        let draft = ana.draft(&format!("{number} {large}"));
        let add = AddPeople { to: vec![other.handle().clone()], history: Shown::All, draft };
        work.push(Box::pin(async move { snug.add_people(&actor, add_to, add).await.map(drop) }));
        let (snug, actor, say_in) = (app.snug().clone(), ana.actor(), groups[(number + 1) % 2]);
        let draft = ana.draft(&format!("{number} {large}"));
        work.push(Box::pin(async move { snug.reply(&actor, say_in, draft).await.map(drop) }));
    }
    assert_eq!(all_at_once(work).await, 18);
    assert_nobody_waited_in_a_circle(&app).await;
}
