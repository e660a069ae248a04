use super::list::{Listing, list, waiting};
use crate::pages::people::card;
use crate::pages::preferences::comes_back;
use crate::pages::{Answer, frame, page};
use crate::views::{ConversationsPage, Show};
use crate::visit::Member;
use axum::extract::Query;
use axum::http::StatusCode;

/// People to write to, while there is no conversation.
const SUGGESTED: usize = 6;

/// `GET /conversations`
pub(crate) async fn show(member: Member, Query(listing): Query<Listing>) -> Answer {
    let frame = frame(&member.visit).await?;
    let list = list(&member, &listing, None).await?;
    let suggestions = if list.rows.is_empty() && list.show == Show::All {
        let own = member.signed_in.person.id;
        let found = member.app().list_members(&member.actor(), "", None, SUGGESTED + 1).await?;
        found
            .members
            .iter()
            .filter(|person| person.id != own)
            .take(SUGGESTED)
            .map(|person| card(person, &found.lookalikes))
            .collect()
    } else {
        Vec::new()
    };
    let waiting = if list.rows.is_empty() || list.show != Show::All { Vec::new() } else { waiting(&member).await? };
    let address = member.app().find_own_address(&member.actor()).await?.filter(comes_back);
    let comes_back = address.map(|owned| owned.address.readable());
    page(&member.visit, StatusCode::OK, &ConversationsPage { frame, list, suggestions, waiting, comes_back })
}
