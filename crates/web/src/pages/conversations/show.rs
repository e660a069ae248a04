use super::list::{Listing, list};
use super::participants::may_leave;
use super::{conversation_id, new_client_id};
use crate::fault::Failure;
use crate::pages::{Answer, Reading, frame, head, named, page, writer};
use crate::views::{
    self, Answered, Closed, ClosedState, Composer, ConversationPage, Ended, Invited, Moment, Person, Reminder,
    Sentence, State, Talk, Title, Waiting, not_accepted, refusal,
};
use crate::visit::Member;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::conversations::{self, Conversation, Messages, Slice, Stand};
use snug_app::{Message, Quoted};
use snug_domain::conversations::{Became, ConversationKind, EntryKind, Level, ONE_PER_PAIR_IN, UNDECIDED_LAPSES};
use snug_domain::{ConversationId, PersonId, Refusal, Span};
use snug_texts::Texts;

/// Messages on one page.
const ON_A_PAGE: usize = 50;

/// What somebody says within this time of what they said before goes on from it; the same in `messages/group.ts`.
const IN_A_ROW: Span = Span::minutes(5);

/// Entries up to which a conversation has only begun.
const YOUNG: usize = 6;

/// Which messages.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Part {
    before: Option<i64>,
    after_message: Option<i64>,
    /// The number of the message that the reader is about to answer.
    in_reply_to: Option<i64>,
}

impl Part {
    /// The last messages, with an answer to this one begun.
    pub(super) fn answering(in_reply_to: Option<i64>) -> Self {
        Self { in_reply_to, ..Self::default() }
    }
}

/// What somebody typed that could not be taken, to be shown again.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub text: String,
    pub error: Option<String>,
    pub client_id: Option<String>,
}

/// `GET /conversations/{id}`
pub(crate) async fn show(
    member: Member,
    Path(id): Path<String>,
    Query(part): Query<Part>,
    Query(listing): Query<Listing>,
) -> Answer {
    render(&member, StatusCode::OK, conversation_id(&id)?, &part, &listing, Typed::default()).await
}

/// The page of a conversation, with what was typed.
pub(super) async fn render(
    member: &Member,
    status: StatusCode,
    id: ConversationId,
    part: &Part,
    listing: &Listing,
    typed: Typed,
) -> Answer {
    // The frame's change number is read first: what happens from here on comes live.
    let frame = frame(&member.visit).await?;
    let slice = match (part.before, part.after_message) {
        (Some(before), _) => Slice::Before(before),
        (None, Some(after)) => Slice::After(after),
        (None, None) => Slice::Last,
    };
    let show = async |slice| member.app().show_conversation(&member.actor(), id, slice, ON_A_PAGE).await;
    let (mut conversation, mut messages) = show(slice).await?;
    if slice != Slice::Last && !is_read_in_parts(&conversation) {
        (conversation, messages) = show(Slice::Last).await?;
    }
    let answers = match part.in_reply_to {
        Some(sequence) => member.app().find_quoted(&member.actor(), id, sequence).await?,
        None => None,
    };
    let texts = member.visit.texts();
    let is_direct = conversation.kind == ConversationKind::Direct;
    let is_in = matches!(conversation.stand, Stand::Talking | Stand::Alone);
    let may_star =
        is_in || matches!(conversation.stand, Stand::Waiting { .. } | Stand::Closed | Stand::Left | Stand::Removed);
    let shown = ConversationPage {
        frame,
        list: list(member, listing, Some(id)).await?,
        id: id.to_string(),
        head: head(texts, &conversation),
        archived: conversation.archived,
        muted: is_in.then_some(conversation.level == Level::Muted),
        starred: may_star.then_some(conversation.starred),
        may_add: conversation.may_add || (is_direct && conversation.stand == Stand::Talking),
        may_leave: may_leave(&conversation),
        may_block: is_direct && !conversation.has_blocked,
        begun_from: conversation.begun_from.map(|from| from.to_string()),
        state: state(member, &conversation, &messages, slice, typed, answers)?,
    };
    page(&member.visit, status, &shown)
}

/// True where a page shows a part of the messages, and not the one that stands for a conversation that has not begun.
fn is_read_in_parts(conversation: &Conversation) -> bool {
    matches!(conversation.stand, Stand::Talking | Stand::Closed | Stand::Alone | Stand::Left | Stand::Removed)
        || earlier(conversation).is_some()
}

/// The address of what somebody saw before who is asked to come back.
fn earlier(conversation: &Conversation) -> Option<String> {
    let is_asked = matches!(conversation.stand, Stand::Invited { .. } | Stand::Declined);
    let asked_with = conversation.asked_with.filter(|_| is_asked && conversation.was_in)?;
    Some(format!("/conversations/{}?before={asked_with}", conversation.id))
}

/// The other one, where two talk.
fn the_other(conversation: &Conversation) -> Option<Person> {
    let only = conversation.participants.first().filter(|_| conversation.kind == ConversationKind::Direct);
    only.map(|other| named(&other.person))
}

fn state(
    member: &Member,
    conversation: &Conversation,
    messages: &Messages,
    slice: Slice,
    typed: Typed,
    answers: Option<Quoted>,
) -> Result<State, Failure> {
    let times = member.visit.times();
    let reading = Reading::of(&times, member.signed_in.person.id, conversation);
    // A line can stand before it; and who was in it before sees more than they are asked with.
    let is_first = |entry: &&Message| match conversation.asked_with {
        Some(with) => entry.sequence == with,
        None => entry.kind == EntryKind::Message,
    };
    let first = || messages.entries.iter().find(is_first).map(|entry| reading.message(entry, None));
    let may_start = |state| match state {
        ClosedState::Gone => true,
        ClosedState::Withdrawn | ClosedState::Lapsed => member.visit.now - conversation.sent_at >= ONE_PER_PAIR_IN,
        ClosedState::Declined => false,
    };
    let blocked = || the_other(conversation).filter(|_| conversation.has_blocked);
    let closed = |state, message| {
        let has_blocked = conversation.has_blocked && conversation.kind != ConversationKind::Direct;
        let standing = standing(member, conversation, state);
        let start_with = the_other(conversation).filter(|_| may_start(state));
        let by = conversation
            .inviter
            .as_ref()
            .filter(|_| state == ClosedState::Declined)
            .map(|inviter| writer(&times, inviter));
        State::Closed(Closed {
            state,
            standing,
            by,
            message,
            earlier: earlier(conversation),
            has_blocked,
            blocked: blocked(),
            start_with,
        })
    };
    let ended = |key, asked_back| {
        let text = member.visit.texts().get(key).into_owned();
        Err(Ended { text, asked_back, is_closed: false, blocked: None })
    };
    Ok(match conversation.stand {
        Stand::Talking => {
            let composer = Composer {
                to: Title::new(member.visit.texts(), &conversation.title),
                reaches: reaches(member, conversation),
                text: typed.text,
                error: typed.error,
                client_id: typed.client_id.unwrap_or_else(|| new_client_id(member.visit.now)),
            };
            let answers = answers
                .map(|quoted| Answered { sequence: quoted.sequence, quote: reading.quote(conversation.id, &quoted) });
            State::Talking(Talk { answers, ..talk(&reading, conversation, messages, slice, Ok(composer)) })
        }
        Stand::Closed => {
            let texts = member.visit.texts();
            let blocked = blocked();
            let text = match &blocked {
                Some(other) => texts.fill("page-closed-by-you").with("name", other.first_name()).to_string(),
                None => texts.get("page-closed").into_owned(),
            };
            let end = Err(Ended { text, asked_back: false, is_closed: true, blocked });
            State::Talking(talk(&reading, conversation, messages, slice, end))
        }
        Stand::Left | Stand::Removed | Stand::Alone => {
            let key = match conversation.stand {
                Stand::Left => "page-you-left",
                Stand::Alone => "page-you-are-alone",
                _ => "page-you-were-removed",
            };
            State::Talking(talk(&reading, conversation, messages, slice, ended(key, false)))
        }
        Stand::Invited { .. } | Stand::Declined if slice != Slice::Last && is_read_in_parts(conversation) => {
            State::Talking(talk(&reading, conversation, messages, slice, ended("page-you-are-asked-back", true)))
        }
        Stand::Waiting { sent_at } => {
            let message = first().ok_or(Failure(snug_app::Error::NotFound))?;
            State::Waiting(Waiting {
                message,
                of_several: conversation.others > 1,
                lapses: Moment::new(&times, sent_at + UNDECIDED_LAPSES),
                bounced: conversation.invitation_bounced,
                reminder: match conversation.reminder.ok_or(Failure(snug_app::Error::NotFound))? {
                    conversations::Reminder::Now => Reminder::Now,
                    conversations::Reminder::Sent(at) => Reminder::Sent(Moment::new(&times, at)),
                    conversations::Reminder::From(at) => Reminder::From(Moment::new(&times, at)),
                },
            })
        }
        Stand::Invited { .. } => {
            let inviter = conversation.inviter.as_ref().ok_or(Failure(snug_app::Error::NotFound))?;
            State::Invited(Invited {
                message: first().ok_or(Failure(snug_app::Error::NotFound))?,
                by: writer(&times, inviter),
                others: others_in(conversation, inviter.person.id),
                has_blocked: conversation.has_blocked,
                earlier: earlier(conversation),
            })
        }
        Stand::Declined => closed(ClosedState::Declined, first()),
        Stand::Withdrawn => closed(ClosedState::Withdrawn, first()),
        Stand::Lapsed => closed(ClosedState::Lapsed, first()),
        Stand::Gone => closed(ClosedState::Gone, None),
    })
}

fn talk(
    reading: &Reading,
    conversation: &Conversation,
    messages: &Messages,
    slice: Slice,
    end: Result<Composer, Ended>,
) -> Talk {
    let first_unread = first_unread(reading.reader(), conversation, messages);
    let before = std::iter::once(None).chain(messages.entries.iter().map(Some));
    let read = last_read(reading.reader(), conversation, messages);
    let message = |(before, entry): (Option<&Message>, &Message)| views::Message {
        seen: read == Some(entry.sequence),
        follows: before.is_some_and(|before| follows(before, entry)) && first_unread != Some(entry.sequence),
        ..reading.message(entry, messages.quoted_by(entry))
    };
    let older = older(conversation, messages, slice);
    Talk {
        messages: before.zip(&messages.entries).map(message).collect(),
        is_young: older.is_none() && messages.entries.len() <= YOUNG,
        older,
        newer: newer(conversation, messages, slice),
        first_unread,
        is_unread: conversation.unread_count > 0,
        answers: None,
        end,
    }
}

/// The reader's last message that somebody else has read, also where others wrote since.
fn last_read(reader: PersonId, conversation: &Conversation, messages: &Messages) -> Option<i64> {
    let is_own =
        |entry: &&Message| entry.author.id == reader && entry.kind == EntryKind::Message && entry.deleted_at.is_none();
    let mut own = messages.entries.iter().rev().filter(is_own).map(|entry| entry.sequence);
    own.find(|sequence| *sequence <= conversation.read_by_others)
}

/// Whether an entry goes on what the same person said right before: they stand close together.
fn follows(before: &Message, entry: &Message) -> bool {
    let are_said = before.kind == EntryKind::Message && entry.kind == EntryKind::Message;
    are_said && before.author.id == entry.author.id && entry.created_at - before.created_at < IN_A_ROW
}

/// The others who are in it, as whoever is asked to a conversation of several may know them.
fn others_in(conversation: &Conversation, inviter: PersonId) -> Option<Vec<Person>> {
    let others = conversation.participants.iter().filter(|other| other.person.id != inviter);
    let others = others.map(|other| named(&other.person).lookalike(other.is_lookalike)).collect();
    (conversation.kind != ConversationKind::Direct).then_some(others)
}

/// Who reads what is written, and how they hear of it.
fn reaches(member: &Member, conversation: &Conversation) -> String {
    let texts = member.visit.texts();
    match the_other(conversation) {
        Some(other) => texts.fill("page-composer-reaches").with("name", other.first_name()).to_string(),
        None => texts.get("page-composer-reaches-all").into_owned(),
    }
}

/// How it stands, in the same words as on the profile and where one would write.
fn standing(member: &Member, conversation: &Conversation, state: ClosedState) -> Sentence {
    let (times, sent_at, id) = (member.visit.times(), conversation.sent_at, conversation.id);
    let other = the_other(conversation);
    let already =
        |became| Refusal::AlreadyInvited { conversation: id, sent_at, again_at: sent_at + ONE_PER_PAIR_IN, became };
    match (state, &other) {
        (ClosedState::Withdrawn, Some(_)) => refusal(&times, already(Became::Withdrawn), other.as_ref()),
        (ClosedState::Lapsed, Some(_)) => refusal(&times, already(Became::Lapsed), other.as_ref()),
        (ClosedState::Declined, Some(_)) => {
            refusal(&times, Refusal::DeclinedByYou { conversation: id, sent_at }, other.as_ref())
        }
        (ClosedState::Withdrawn, None) => {
            not_accepted(&times, &people(times.texts(), conversation), sent_at, Became::Withdrawn)
        }
        (ClosedState::Lapsed, None) => {
            not_accepted(&times, &people(times.texts(), conversation), sent_at, Became::Lapsed)
        }
        (ClosedState::Declined, None) => Sentence::of(times.texts().get("error-several-declined").into_owned()),
        (ClosedState::Gone, _) => refusal(&times, Refusal::NoLongerOpen, None),
    }
}

/// The others by their names, whatever they call it.
fn people(texts: Texts, conversation: &Conversation) -> Title {
    let named: Vec<_> = conversation.participants.iter().map(|other| other.person.clone()).collect();
    Title::new(texts, &conversations::Title::of(None, &named, conversation.others))
}

fn older(conversation: &Conversation, messages: &Messages, slice: Slice) -> Option<String> {
    let first = messages.entries.first()?.sequence;
    let more = if matches!(slice, Slice::After(_)) { first > 1 } else { messages.more };
    more.then(|| format!("/conversations/{}?before={first}", conversation.id))
}

fn newer(conversation: &Conversation, messages: &Messages, slice: Slice) -> Option<String> {
    let last = messages.entries.last()?.sequence;
    let more = match slice {
        Slice::Last | Slice::AskedWith => false,
        // What they are asked with stands in the invitation.
        Slice::Before(before) => earlier(conversation).is_none() || conversation.asked_with != Some(before),
        Slice::After(_) => messages.more,
    };
    more.then(|| format!("/conversations/{}?after_message={last}", conversation.id))
}

/// The first entry of somebody else behind what was read.
fn first_unread(reader: PersonId, conversation: &Conversation, messages: &Messages) -> Option<i64> {
    let unread = |entry: &&Message| entry.sequence > conversation.read_sequence && entry.author.id != reader;
    messages.entries.iter().find(unread).map(|entry| entry.sequence).filter(|_| conversation.unread_count > 0)
}
