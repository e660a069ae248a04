use crate::fault::Failure;
use crate::pages::row;
use crate::views::{ConversationList, ConversationRow, Show};
use crate::visit::Member;
use serde::Deserialize;
use snug_app::conversations::{Filter, Place};
use snug_domain::{ConversationId, Timestamp};

/// Rows on one page.
const ON_A_PAGE: usize = 40;

/// Those named beside the list while nothing is open.
const WAITING: usize = 5;

/// Which conversations to list, and from where on.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Listing {
    show: Option<String>,
    after: Option<String>,
}

impl Listing {
    /// Which conversations.
    pub(super) fn show(&self) -> Show {
        Show::parse(self.show.as_deref().unwrap_or_default())
    }
}

/// The list beside whatever is open.
pub(super) async fn list(
    member: &Member,
    listing: &Listing,
    current: Option<ConversationId>,
) -> Result<ConversationList, Failure> {
    let (app, actor, show) = (member.app(), member.actor(), listing.show());
    let filter = match show {
        Show::All => Filter::All,
        Show::Unread => Filter::Unread,
        Show::Invitations => Filter::Invitations,
        Show::Starred => Filter::Starred,
        Show::Archived => Filter::Archived,
    };
    let from = listing.after.as_deref().and_then(read_place).unwrap_or(Place::TOP);
    let page = app.list_conversations(&actor, filter, from, ON_A_PAGE).await?;
    let invitations = app.count_invitations(&actor).await?;
    let times = member.visit.times();
    Ok(ConversationList {
        show,
        rows: page.conversations.iter().map(|listed| row(&times, actor.person, listed)).collect(),
        next: page.next.map(|place| format!("/conversations?show={}&after={}", show.word(), write_place(place))),
        invitations: u32::try_from(invitations).unwrap_or(0),
        current: current.map(|id| id.to_string()),
    })
}

/// Those who wait for the reader to read or to answer, the newest.
pub(super) async fn waiting(member: &Member) -> Result<Vec<ConversationRow>, Failure> {
    let (actor, times) = (member.actor(), member.visit.times());
    let page = member.app().list_conversations(&actor, Filter::Unread, Place::TOP, WAITING).await?;
    Ok(page.conversations.iter().map(|listed| row(&times, actor.person, listed)).collect())
}

/// A place in the list as it stands in addresses.
fn write_place(place: Place) -> String {
    format!("{}.{}", place.active_at.0, place.conversation)
}

fn read_place(text: &str) -> Option<Place> {
    let (active_at, conversation) = text.split_once('.')?;
    Some(Place { active_at: Timestamp(active_at.parse().ok()?), conversation: conversation.parse().ok()? })
}
