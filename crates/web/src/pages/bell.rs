use super::shown::last_words;
use super::{Answer, faces, frame, page, redirect};
use crate::views::{BellEntry, BellPage, Moment, Title};
use crate::visit::Member;
use axum::http::StatusCode;
use snug_app::Listed;
use snug_app::conversations::Stand;
use snug_domain::PersonId;
use snug_texts::Times;

/// `GET /bell`: what is unread, as a page and inside the bell's menu.
pub(crate) async fn show(member: Member) -> Answer {
    let actor = member.actor();
    actor.conversations_are_on()?;
    let bell = member.app().bell(&actor).await?;
    let times = member.visit.times();
    let entries = bell.first.iter().map(|listed| entry(&times, actor.person, listed)).collect();
    page(&member.visit, StatusCode::OK, &BellPage { frame: frame(&member.visit).await?, entries })
}

/// `POST /bell/read-all`
pub(crate) async fn read_all(member: Member) -> Answer {
    member.app().mark_all_read(&member.actor()).await?;
    Ok(redirect("/conversations"))
}

fn entry(times: &Times, reader: PersonId, listed: &Listed) -> BellEntry {
    let texts = times.texts();
    let (words, by) = last_words(texts, reader, listed);
    BellEntry {
        conversation: listed.conversation.to_string(),
        title: Title::new(texts, &listed.title),
        faces: faces(&listed.participants),
        words,
        by,
        moment: Moment::new(times, listed.active_at),
        invitation: matches!(listed.stand, Stand::Invited { .. }),
        unread: u32::try_from(listed.unread_count).unwrap_or(0),
    }
}
