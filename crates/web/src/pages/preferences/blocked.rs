use crate::pages::{Answer, frame, named, page};
use crate::views::{BlockedEntry, BlockedPage, Moment};
use crate::visit::Member;
use axum::http::StatusCode;

/// `GET /preferences/blocked`
pub(crate) async fn show(member: Member) -> Answer {
    let times = member.visit.times();
    let blocked = member.app().list_blocked(&member.actor()).await?;
    let entry = |(person, at)| BlockedEntry { person: named(&person), since: Moment::new(&times, at) };
    let shown = BlockedPage { frame: frame(&member.visit).await?, blocked: blocked.into_iter().map(entry).collect() };
    page(&member.visit, StatusCode::OK, &shown)
}
