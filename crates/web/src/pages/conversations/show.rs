use super::list::{Listing, list};
use super::{conversation_id, new_client_id};
use crate::fault::Failure;
use crate::pages::{Answer, frame, message, page, person};
use crate::views::{
    Closed, ClosedState, Composer, ConversationPage, Invited, Moment, Sentence, State, Talk, Waiting, refusal,
};
use crate::visit::Member;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Message;
use snug_app::conversations::{Conversation, Messages, Slice, Stand};
use snug_domain::conversations::{Became, ONE_PER_PAIR_IN, UNDECIDED_LAPSES};
use snug_domain::{ConversationId, PersonId, Refusal};

/// Messages on one page.
const ON_A_PAGE: usize = 50;

/// Which messages.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Part {
    before: Option<i64>,
    after_message: Option<i64>,
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
    let (conversation, messages) = member.app().show_conversation(&member.actor(), id, slice, ON_A_PAGE).await?;
    let shown = ConversationPage {
        frame,
        list: list(member, listing, Some(id)).await?,
        id: id.to_string(),
        person: person(&conversation.partner.person).lookalike(conversation.partner.is_lookalike),
        on_site: conversation.partner.is_present,
        archived: conversation.archived,
        state: state(member, &conversation, &messages, slice, typed)?,
    };
    page(&member.visit, status, &shown)
}

fn state(
    member: &Member,
    conversation: &Conversation,
    messages: &Messages,
    slice: Slice,
    typed: Typed,
) -> Result<State, Failure> {
    let reader = &member.signed_in.person;
    let partner = &conversation.partner.person;
    let shown_partner = person(partner);
    let shown =
        |entry: &Message| message(reader, &shown_partner, conversation.stand, conversation.read_by_partner, entry);
    let first = || messages.entries.first().map(shown);
    let may_start = |state| match state {
        ClosedState::Gone => true,
        ClosedState::Withdrawn | ClosedState::Lapsed => member.visit.now - conversation.sent_at >= ONE_PER_PAIR_IN,
        ClosedState::Declined => false,
    };
    let closed = |state, message| {
        let standing = standing(member, conversation, state);
        State::Closed(Closed { state, standing, message, may_start: may_start(state) })
    };
    Ok(match conversation.stand {
        Stand::Talking => State::Talking(Talk {
            messages: messages.entries.iter().map(shown).collect(),
            older: older(conversation, messages, slice),
            newer: newer(conversation, messages, slice),
            first_unread: first_unread(reader.id, conversation, messages),
            is_unread: conversation.unread_count > 0,
            composer: Composer {
                to: person(partner),
                text: typed.text,
                error: typed.error,
                client_id: typed.client_id.unwrap_or_else(|| new_client_id(member.visit.now)),
            },
        }),
        Stand::Waiting { sent_at } => {
            let message = first().ok_or(Failure(snug_app::Error::NotFound))?;
            State::Waiting(Waiting {
                message,
                lapses: Moment::from(sent_at + UNDECIDED_LAPSES),
                bounced: conversation.invitation_bounced,
            })
        }
        Stand::Invited { .. } => State::Invited(Invited {
            message: first().ok_or(Failure(snug_app::Error::NotFound))?,
            member_since: Moment::from(partner.created_at),
        }),
        Stand::Declined => closed(ClosedState::Declined, first()),
        Stand::Withdrawn => closed(ClosedState::Withdrawn, first()),
        Stand::Lapsed => closed(ClosedState::Lapsed, first()),
        Stand::Closed => closed(ClosedState::Gone, None),
    })
}

/// How it stands, in the same words as on the profile and where one would write.
fn standing(member: &Member, conversation: &Conversation, state: ClosedState) -> Sentence {
    let (texts, sent_at) = (member.visit.texts(), conversation.sent_at);
    let (id, partner) = (conversation.id, person(&conversation.partner.person));
    let already =
        |became| Refusal::AlreadyInvited { conversation: id, sent_at, again_at: sent_at + ONE_PER_PAIR_IN, became };
    match state {
        ClosedState::Withdrawn => refusal(texts, already(Became::Withdrawn), Some(&partner)),
        ClosedState::Lapsed => refusal(texts, already(Became::Lapsed), Some(&partner)),
        ClosedState::Declined => refusal(texts, Refusal::DeclinedByYou { conversation: id, sent_at }, Some(&partner)),
        ClosedState::Gone => refusal(texts, Refusal::NoLongerOpen, None),
    }
}

fn older(conversation: &Conversation, messages: &Messages, slice: Slice) -> Option<String> {
    let first = messages.entries.first()?.sequence;
    let more = if matches!(slice, Slice::After(_)) { first > 1 } else { messages.more };
    more.then(|| format!("/conversations/{}?before={first}", conversation.id))
}

fn newer(conversation: &Conversation, messages: &Messages, slice: Slice) -> Option<String> {
    let last = messages.entries.last()?.sequence;
    let more = match slice {
        Slice::Last => false,
        Slice::Before(_) => true,
        Slice::After(_) => messages.more,
    };
    more.then(|| format!("/conversations/{}?after_message={last}", conversation.id))
}

/// The first entry of the other one behind what was read.
fn first_unread(reader: PersonId, conversation: &Conversation, messages: &Messages) -> Option<i64> {
    let unread = |entry: &&Message| entry.sequence > conversation.read_sequence && entry.author != reader;
    messages.entries.iter().find(unread).map(|entry| entry.sequence).filter(|_| conversation.unread_count > 0)
}
