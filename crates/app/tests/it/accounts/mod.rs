//! Accounts: how one becomes a member, comes in, and keeps others out.

mod api_tokens;
mod change_password;
mod end_access;
mod reset_password;
mod sessions;
mod sign_in;
mod sign_in_by_link;
mod sign_up;
mod sign_up_limits;
mod strangers;

use snug_app::accounts::{Arrival, Token};
use snug_domain::SessionId;
use snug_testkit::TestCommunity;

/// Who comes with this token of a session.
async fn arrive(place: &TestCommunity, token: &Token) -> Option<Arrival> {
    let host = place.community().host.clone();
    place.snug().arrive(&host, Some(token.clone()), place.now()).await.expect("an arrival")
}

/// Whether the session of this token lets somebody in.
async fn lets_in(place: &TestCommunity, token: &Token) -> bool {
    arrive(place, token).await.is_some_and(|arrival| arrival.signed_in.is_some())
}

/// The session of this token.
async fn session_of(place: &TestCommunity, token: &Token) -> SessionId {
    let arrival = arrive(place, token).await.expect("a community");
    arrival.signed_in.expect("signed in").session
}
