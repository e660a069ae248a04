use super::shown::last_words;
use super::{Answer, frame, page, say};
use crate::views::{BellEntry, BellPage, Moment, Person};
use crate::visit::Member;
use axum::http::StatusCode;
use snug_app::Listed;
use snug_domain::conversations::ParticipantState;
use snug_texts::Texts;

/// `GET /bell`: what is unread, as a page and inside the bell's menu.
pub(crate) async fn show(member: Member) -> Answer {
    let actor = member.actor();
    actor.conversations_are_on()?;
    let bell = member.app().bell(&actor).await?;
    let texts = member.visit.texts();
    let entries = bell.first.iter().map(|listed| entry(texts, listed)).collect();
    page(&member.visit, StatusCode::OK, &BellPage { frame: frame(&member.visit).await?, entries })
}

/// `POST /bell/read-all`
pub(crate) async fn read_all(member: Member) -> Answer {
    member.app().mark_all_read(&member.actor()).await?;
    Ok(say(&member.visit.site, "/conversations", "page-notice-all-read"))
}

fn entry(texts: Texts, listed: &Listed) -> BellEntry {
    let person = Person::new(listed.other_name.as_str(), listed.other_handle.as_str());
    BellEntry {
        conversation: listed.conversation.to_string(),
        words: last_words(texts, listed, &person),
        person,
        moment: Moment::from(listed.active_at),
        invitation: listed.state == ParticipantState::Invited,
    }
}
