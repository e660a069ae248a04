//! What the app shows each of the five, beside what the model says.

use super::model::{Is, Model, Went};
use super::order::{PEOPLE, Who};
use super::world::{World, words_in};
use snug_app::conversations::{Conversation, Filter, Place, Slice, Stand};
use snug_app::{Error, Listed, Message};
use snug_domain::conversations::{EntryKind, Role, ToldState};
use snug_domain::{ConversationId, Timestamp};
use std::collections::BTreeSet;

const FILTERS: [Filter; 5] = [Filter::All, Filter::Unread, Filter::Invitations, Filter::Starred, Filter::Archived];

/// Fails unless something that one of them is shown has no words but those they may read.
#[track_caller]
pub(super) fn assert_only_theirs(model: &Model, who: Who, now: Timestamp, shown: &str, what: &str) {
    let theirs = model.texts(who, now);
    for word in words_in(shown) {
        assert!(theirs.contains(word), "{what} shows {word} to person {who}, who may read {theirs:?}");
    }
}

/// Compares all of it.
pub(super) async fn compare(world: &World, model: &Model) {
    for who in 0..PEOPLE {
        compare_for(world, model, who).await;
    }
}

async fn compare_for(world: &World, model: &Model, who: Who) {
    let (app, actor, id, now) = (world.app(), world.actor(who), world.conversation, world.now());
    let shown = app.show_conversation(&actor, id, Slice::Last, 200).await;
    let listed = app.find_listed(&actor, id).await;
    if model.people[who].is == Is::Nobody {
        assert!(matches!(shown, Err(Error::NotFound)) && matches!(listed, Err(Error::NotFound)), "{who} sees it");
        assert!(lists(world, who).await.iter().all(|(_, found)| found.is_none()), "{who} has it listed");
        return;
    }
    let (shown, messages) = shown.expect("a conversation");
    let listed = listed.expect("a row");
    assert_entries(model, who, now, &messages.entries);
    assert_stand(model, who, now, &shown);
    assert_others(world, model, who, &shown);
    assert_row(model, who, (&shown, &listed), messages.entries.last());
    for (what, shown) in [("the conversation", format!("{shown:?}")), ("the row", format!("{listed:?}"))] {
        assert_only_theirs(model, who, now, &shown, what);
    }
    assert_lists(world, model, who, &listed).await;
}

fn assert_entries(model: &Model, who: Who, now: Timestamp, entries: &[Message]) {
    let expected = model.sees(who, now).into_iter().map(|place| {
        let entry = &model.entries[place];
        let is_told = entry.deleted_at.is_none() && matches!(entry.kind, EntryKind::Message | EntryKind::Renamed);
        let text = if is_told { model.words(who, place, now) } else { "" };
        (place + 1, entry.kind, entry.about.is_some(), text)
    });
    let expected: Vec<_> = expected.collect();
    let seen = entries.iter().map(|entry| {
        let is_told = matches!(entry.kind, EntryKind::Message | EntryKind::Renamed);
        let text = if is_told { entry.source.as_str() } else { "" };
        let place = usize::try_from(entry.sequence).expect("a number");
        (place, entry.kind, entry.subject.is_some(), text)
    });
    assert_eq!(seen.collect::<Vec<_>>(), expected, "the entries that person {who} sees");
}

fn assert_stand(model: &Model, who: Who, now: Timestamp, shown: &Conversation) {
    let one = &model.people[who];
    let looks_asked = (0..PEOPLE).any(|other| model.looks_asked(other, now));
    let was_asked = (0..PEOPLE).any(|other| matches!(model.people[other].is, Is::Asked(_)));
    let expected = match (one.is, model.open(who, now)) {
        (Is::In, _) if model.may_write(who) => "Talking",
        (Is::In, _) if model.has_begun(who) => "Alone",
        (Is::In, _) if looks_asked => "Waiting",
        (Is::In, _) if was_asked => "Lapsed",
        (Is::Asked(asked), Some(_)) if asked.declined => "Declined",
        (Is::Asked(_), Some(_)) => "Invited",
        (Is::Left, _) if model.has_begun(who) => "Left",
        (Is::Left, _) => "Withdrawn",
        _ if one.went == Some(Went::Away) => "Left",
        _ if one.was_in => "Removed",
        _ => "Gone",
    };
    let stand = format!("{:?}", shown.stand);
    let stand = stand.split_whitespace().next().unwrap_or_default();
    assert_eq!(stand, expected, "how it stands for person {who}");
    assert_eq!(shown.stand == Stand::Talking, model.may_write(who));
    assert_eq!(shown.unread_count, i64::try_from(model.unread(who)).expect("a number"), "unread by person {who}");
}

fn assert_others(world: &World, model: &Model, who: Who, shown: &Conversation) {
    let now = world.now();
    let others = (0..PEOPLE).filter(|other| *other != who);
    let told: BTreeSet<_> = shown
        .participants
        .iter()
        .map(|participant| {
            let place = world.people.iter().position(|person| person.id() == participant.person.id);
            (place.expect("one of the five"), participant.state.map(|state| state == ToldState::Joined))
        })
        .collect();
    // Who is only asked knows who is in; who is in knows too who is asked.
    let expected = |other: Who| match model.is_in(other) {
        true => Some((other, Some(true))),
        false if model.is_in(who) && model.looks_asked(other, now) => Some((other, Some(false))),
        false => None,
    };
    if matches!(shown.stand, Stand::Lapsed | Stand::Withdrawn) {
        let asked: BTreeSet<_> = model.never_came().into_iter().map(|other| (other, None)).collect();
        assert_eq!((told, shown.others), (asked.clone(), asked.len()), "whom person {who} had asked");
    } else if model.is_in(who) || model.open(who, now).is_some() {
        let expected: BTreeSet<_> = others.filter_map(expected).collect();
        assert_eq!(told, expected, "what person {who} knows of the others");
        assert_eq!(shown.others, expected.len());
    } else {
        let met: BTreeSet<_> = model.people[who].met.iter().map(|other| (*other, None)).collect();
        assert_eq!((told, shown.others), (met.clone(), met.len()), "whom person {who} met");
    }
    let is_between = |other: Who| model.is_in(who) && model.is_in(other);
    for participant in &shown.participants {
        let place = world.people.iter().position(|person| person.id() == participant.person.id).expect("known");
        assert!(is_between(place) || (!participant.is_present && participant.read_sequence == 0));
        let is_host = model.is_in(place) && model.people[place].is_host && is_between(place);
        assert_eq!(participant.role == Role::Host, is_host, "the role of {place} for {who}");
    }
}

fn assert_row(model: &Model, who: Who, (shown, row): (&Conversation, &Listed), last: Option<&Message>) {
    assert_eq!((row.stand, row.others, row.unread_count), (shown.stand, shown.others, shown.unread_count));
    assert_eq!((&row.title, &row.participants), (&shown.title, &shown.participants), "as it is shown to {who}");
    if let Some(words) = &row.last {
        assert_eq!(Some(words.id), last.map(|last| last.id), "the last words of the row are the last entry");
    }
    let is_heard = !model.people[who].muted && row.unread_count > 0;
    if model.is_in(who) {
        assert_eq!(row.rings, is_heard, "whether it rings for person {who}");
        assert!(row.last.is_some());
    }
    assert!(row.unread_count > 0 || !row.rings, "what rings is unread");
}

/// On which lists it is.
async fn lists(world: &World, who: Who) -> Vec<(Filter, Option<Listed>)> {
    let mut found = Vec::new();
    for filter in FILTERS {
        let page = world.app().list_conversations(&world.actor(who), filter, Place::TOP, 100).await.expect("a list");
        let of = |listed: &Listed, id: ConversationId| listed.conversation == id;
        found.push((filter, page.conversations.into_iter().find(|listed| of(listed, world.conversation))));
    }
    found
}

async fn assert_lists(world: &World, model: &Model, who: Who, row: &Listed) {
    let now = world.now();
    let one = &model.people[who];
    for (filter, found) in lists(world, who).await {
        let is_declined = matches!(one.is, Is::Asked(asked) if asked.declined);
        let is_open = model.open(who, now).is_some();
        let is_listed = match filter {
            Filter::All => model.is_in(who) || (is_open && !is_declined),
            Filter::Invitations => is_open && !is_declined,
            Filter::Archived => {
                (one.was_in && !model.is_in(who) && !is_open && row.stand != Stand::Withdrawn)
                    || (is_open && is_declined)
            }
            Filter::Unread => row.unread_count > 0 && (model.is_in(who) || is_open || one.was_in),
            Filter::Starred => false,
        };
        if filter == Filter::Unread && !model.is_in(who) && !is_open {
            continue;
        }
        assert_eq!(found.is_some(), is_listed, "on the list {filter:?} of person {who}");
        if let Some(found) = found {
            assert_eq!(&found, row, "{filter:?}");
        }
    }
    let bell = world.app().bell(&world.actor(who)).await.expect("a bell");
    assert_only_theirs(model, who, now, &format!("{bell:?}"), "the bell");
    let rings = bell.first.iter().any(|listed| listed.conversation == world.conversation);
    let may_ring = model.is_in(who) || model.open(who, now).is_some() || one.was_in;
    assert!(!rings || (may_ring && row.unread_count > 0), "it rings for person {who}");
}
