use super::conversation_id;
use super::list::{Listing, list};
use crate::fault::{Failure, status};
use crate::pages::{Answer, Form, frame, named, page, person, redirect, say, say_with_undo};
use crate::views::{Input, ParticipantEntry, ParticipantsPage, Title, problem};
use crate::visit::Member;
use axum::extract::Path;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_app::conversations::{Conversation, Participant, Slice, Stand};
use snug_domain::conversations::{Adding, ConversationKind, ConversationTitle, Role, ToldState};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, PersonId};

/// `GET /conversations/{id}/people`: who is in a conversation of several.
pub(crate) async fn show(member: Member, Path(id): Path<String>) -> Answer {
    render(&member, StatusCode::OK, conversation_id(&id)?, None).await
}

/// The new title of a conversation.
#[derive(Deserialize)]
pub(crate) struct TitleForm {
    #[serde(default)]
    title: String,
}

/// `POST /conversations/{id}/title`
pub(crate) async fn rename(member: Member, Path(id): Path<String>, Form(typed): Form<TitleForm>) -> Answer {
    let conversation = conversation_id(&id)?;
    let title = match ConversationTitle::parse(&typed.title) {
        Ok(title) => title,
        Err(invalid) => {
            let words = Some(problem(member.visit.texts(), invalid));
            let input = Input { value: typed.title, error: words };
            return render(&member, status(&Error::from(invalid)), conversation, Some(input)).await;
        }
    };
    member.app().rename_conversation(&member.actor(), conversation, title).await?;
    Ok(say(&member.visit.site, &format!("/conversations/{conversation}/people"), "page-notice-renamed"))
}

/// Who may add people.
#[derive(Deserialize)]
pub(crate) struct AddingForm {
    #[serde(default)]
    adding: String,
}

/// `POST /conversations/{id}/adding`
pub(crate) async fn set_adding(member: Member, Path(id): Path<String>, Form(chosen): Form<AddingForm>) -> Answer {
    let conversation = conversation_id(&id)?;
    let adding = if chosen.adding == "hosts" { Adding::Hosts } else { Adding::Everyone };
    member.app().set_adding(&member.actor(), conversation, adding).await?;
    Ok(say(&member.visit.site, &format!("/conversations/{conversation}/people"), "page-notice-adding"))
}

/// `POST /conversations/{id}/people/{handle}/remove`: takes somebody out, or takes their invitation back.
pub(crate) async fn remove(member: Member, Path((id, handle)): Path<(String, String)>) -> Answer {
    let (conversation, handle) = named_in(&id, &handle)?;
    member.app().remove_participant(&member.actor(), conversation, handle).await?;
    Ok(redirect(&format!("/conversations/{conversation}/people")))
}

/// `POST /conversations/{id}/people/{handle}/make-host`
pub(crate) async fn make_host(member: Member, path: Path<(String, String)>) -> Answer {
    set_role(&member, path, Role::Host).await
}

/// `POST /conversations/{id}/people/{handle}/unmake-host`
pub(crate) async fn unmake_host(member: Member, path: Path<(String, String)>) -> Answer {
    set_role(&member, path, Role::Member).await
}

async fn set_role(member: &Member, Path((id, handle)): Path<(String, String)>, role: Role) -> Answer {
    let (conversation, handle) = named_in(&id, &handle)?;
    member.app().set_role(&member.actor(), conversation, handle, role).await?;
    Ok(redirect(&format!("/conversations/{conversation}/people")))
}

fn named_in(id: &str, handle: &str) -> Result<(ConversationId, Handle), Failure> {
    let handle = Handle::parse(handle).map_err(|_| Failure(Error::NotFound))?;
    Ok((conversation_id(id)?, handle))
}

/// `POST /conversations/{id}/leave`: back to the list, with *Undo*.
pub(crate) async fn leave(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().leave(&member.actor(), conversation).await?;
    let undo = format!("/conversations/{conversation}/leave/undo");
    Ok(say_with_undo(&member.visit.site, "/conversations", "page-notice-left", &undo))
}

/// `POST /conversations/{id}/leave/undo`
pub(crate) async fn undo_leave(member: Member, Path(id): Path<String>) -> Answer {
    let conversation = conversation_id(&id)?;
    member.app().undo_leave(&member.actor(), conversation).await?;
    Ok(redirect(&format!("/conversations/{conversation}")))
}

async fn render(member: &Member, status: StatusCode, id: ConversationId, typed: Option<Input>) -> Answer {
    let texts = member.visit.texts();
    let (shown, _) = member.app().show_conversation(&member.actor(), id, Slice::After(i64::MAX), 1).await?;
    if shown.kind == ConversationKind::Direct {
        return Ok(redirect(&format!("/conversations/{id}")));
    }
    let is_in = matches!(shown.stand, Stand::Talking | Stand::Alone | Stand::Waiting { .. } | Stand::Lapsed);
    let is_host = is_in && shown.role == Role::Host;
    let naming = typed.or_else(|| Some(Input::of(shown.name.as_deref().unwrap_or_default())));
    let reader = &member.signed_in.person;
    let page_shown = ParticipantsPage {
        frame: frame(&member.visit).await?,
        list: list(member, &Listing::default(), Some(id)).await?,
        id: id.to_string(),
        title: Title::new(texts, &shown.title),
        naming: naming.filter(|_| is_host),
        everyone_adds: is_host.then_some(shown.adding == Adding::Everyone),
        may_add: shown.may_add,
        may_leave: may_leave(&shown),
        own: is_in.then(|| (person(reader), is_host)),
        others: shown.participants.iter().map(|other| entry(member, &shown, other, is_host)).collect(),
    };
    page(&member.visit, status, &page_shown)
}

/// Whether the reader may leave: two who talk do so for ever, and what nobody accepted is withdrawn.
pub(super) fn may_leave(shown: &Conversation) -> bool {
    shown.kind != ConversationKind::Direct && matches!(shown.stand, Stand::Talking | Stand::Alone)
}

fn entry(member: &Member, shown: &Conversation, other: &Participant, is_host: bool) -> ParticipantEntry {
    let own = member.signed_in.person.id;
    let invited = other.state == Some(ToldState::Invited);
    let joined = other.state == Some(ToldState::Joined);
    ParticipantEntry {
        person: named(&other.person).lookalike(other.is_lookalike),
        on_site: other.is_present,
        invited,
        host: joined && other.role == Role::Host,
        asked_by: other.asked_by.and_then(|by| asked_by(member, shown, by)),
        may_remove: (joined && is_host) || (invited && (is_host || other.asked_by == Some(own))),
        may_change_role: joined && is_host,
    }
}

/// Who asked somebody, if that is still to be named.
fn asked_by(member: &Member, shown: &Conversation, by: PersonId) -> Option<String> {
    let texts = member.visit.texts();
    if by == member.signed_in.person.id {
        return Some(texts.get("page-asked-by-you").into_owned());
    }
    let asker = shown.participants.iter().find(|other| other.person.id == by)?;
    Some(texts.fill("page-asked-by").with("name", named(&asker.person).within()).to_string())
}
