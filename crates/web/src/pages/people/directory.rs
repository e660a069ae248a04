use super::card;
use crate::pages::{Answer, frame, page};
use crate::views::DirectoryPage;
use crate::visit::{Member, query};
use axum::extract::Query;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_domain::people::Handle;

/// People on one page.
const ON_A_PAGE: usize = 40;

/// What is searched for, and from where on.
#[derive(Deserialize)]
pub(crate) struct Search {
    #[serde(default)]
    q: String,
    after: Option<String>,
}

/// `GET /people`
pub(crate) async fn show(member: Member, Query(search): Query<Search>) -> Answer {
    let after = search.after.as_deref().and_then(|after| Handle::parse(after).ok());
    let found = member.app().list_members(&member.actor(), &search.q, after.as_ref(), ON_A_PAGE).await?;
    let next = found.next.map(|handle| format!("/people?{}", query(&[("q", &search.q), ("after", handle.as_str())])));
    let directory = DirectoryPage {
        frame: frame(&member.visit).await?,
        search: search.q,
        people: found.members.iter().map(|person| card(person, &found.lookalikes)).collect(),
        next,
    };
    page(&member.visit, StatusCode::OK, &directory)
}
