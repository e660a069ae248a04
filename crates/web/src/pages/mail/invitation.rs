use crate::cookies::Kept;
use crate::fault::Failure;
use crate::pages::{Answer, Form, frame, named, page, person, redirect, writer};
use crate::views::{LandingDone, LandingDonePage, LandingPage, Moment, Person};
use crate::visit::Visit;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use snug_app::Error;
use snug_app::conversations::{Conversation, Decision, Landing, Stand};
use snug_domain::conversations::ConversationKind;
use snug_domain::{PersonId, Refusal};

/// `GET /m/{token}`: the message while it waits for an answer. Later the link leads its owner to the conversation, and
/// tells what was decided to the browser in which it was, and to nobody else.
pub(crate) async fn show(visit: Visit, headers: HeaderMap, Path(token): Path<String>) -> Answer {
    let reader = reader(&visit);
    let landing = match visit.app().land(&visit.community, &token, reader, visit.now).await {
        Ok(landing) => landing,
        Err(error) => return gone(&visit, token, error).await,
    };
    let conversation = &landing.conversation;
    match (conversation.stand, &landing.message, &conversation.inviter) {
        (Stand::Invited { sent_at }, Some(message), Some(inviter)) => {
            let shown = LandingPage {
                frame: frame(&visit).await?,
                token,
                writer: writer(&visit.times(), inviter),
                group: group(conversation, inviter.person.id),
                has_blocked: conversation.has_blocked,
                html: message.html.clone(),
                sent: Moment::new(&visit.times(), sent_at),
                stop: landing.stop.clone(),
            };
            page(&visit, StatusCode::OK, &shown)
        }
        _ if reader == Some(landing.person.id) => Ok(redirect(&format!("/conversations/{}", landing.conversation.id))),
        _ => {
            let mark = Kept::Decision.read(&visit.site, &headers).unwrap_or_default();
            match visit.app().recall_decision(&visit.community, &token, &mark, visit.now).await {
                Ok(Some(decision)) if reader.is_none() => done(&visit, token, landing, decision).await,
                Ok(_) => gone(&visit, token, Error::NotFound).await,
                Err(error) => gone(&visit, token, error).await,
            }
        }
    }
}

/// What somebody is asked to, if that is a conversation of several.
fn group(shown: &Conversation, inviter: PersonId) -> Option<(Option<String>, Vec<Person>)> {
    let others = shown.participants.iter().filter(|other| other.person.id != inviter);
    let others = others.map(|other| named(&other.person).lookalike(other.is_lookalike)).collect();
    (shown.kind != ConversationKind::Direct).then(|| (shown.name.clone(), others))
}

/// `POST /m/{token}/accept`
pub(crate) async fn accept(visit: Visit, headers: HeaderMap, Path(token): Path<String>) -> Answer {
    let reader = reader(&visit);
    let landing = visit.app().land(&visit.community, &token, reader, visit.now).await;
    match visit.app().accept_from_mail(&visit.community, &token, reader, visit.now).await {
        Ok(decision) => just_done(&visit, token, landing?, decision).await,
        Err(Error::Refused(_)) => show(visit, headers, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

/// `POST /m/{token}/decline`: this browser alone can undo it without signing in.
pub(crate) async fn decline(visit: Visit, headers: HeaderMap, Path(token): Path<String>) -> Answer {
    let reader = reader(&visit);
    let landing = visit.app().land(&visit.community, &token, reader, visit.now).await;
    match visit.app().decline_from_mail(&visit.community, &token, reader, visit.now).await {
        Ok(decision) => just_done(&visit, token, landing?, decision).await,
        Err(Error::Refused(_)) => show(visit, headers, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

/// What the page of a decline undoes it with.
#[derive(Deserialize)]
pub(crate) struct Undo {
    #[serde(default)]
    undo: String,
}

/// `POST /m/{token}/undo`
pub(crate) async fn undo(
    visit: Visit,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(typed): Form<Undo>,
) -> Answer {
    let (app, reader) = (visit.app(), reader(&visit));
    match app.undo_decline_from_mail(&visit.community, &token, &typed.undo, reader, visit.now).await {
        Ok(()) | Err(Error::Refused(_)) => show(visit, headers, Path(token)).await,
        Err(error) => gone(&visit, token, error).await,
    }
}

/// Who is signed in in the browser that opens the link.
fn reader(visit: &Visit) -> Option<PersonId> {
    visit.signed_in.as_ref().map(|signed_in| signed_in.person.id)
}

/// What was decided. Opened again in this browser, the link leads here.
async fn done(visit: &Visit, token: String, landing: Landing, decision: Decision) -> Answer {
    let inviter = landing.conversation.inviter.as_ref();
    let person = inviter.map_or_else(|| Person::new("", ""), |inviter| person(&inviter.person));
    let decided = Moment::new(&visit.times(), decision.decided_at);
    let done = if decision.is_accepted {
        LandingDone::Accepted { conversation: decision.conversation.to_string(), decided }
    } else {
        LandingDone::Declined { undo: decision.is_undone_here.then(|| decision.mark.clone()), decided }
    };
    let shown = LandingDonePage { frame: frame(visit).await?, token, person, done };
    page(visit, StatusCode::OK, &shown)
}

/// The same, which this browser is to remember.
async fn just_done(visit: &Visit, token: String, landing: Landing, decision: Decision) -> Answer {
    let mark = decision.mark.clone();
    let mut response = done(visit, token, landing, decision).await?;
    Kept::Decision.keep(&visit.site, response.headers_mut(), &mark);
    Ok(response)
}

/// A link that never was one, or has ended, or is for somebody else, or whose invitation was decided, withdrawn or
/// forgotten.
async fn gone(visit: &Visit, token: String, error: Error) -> Answer {
    let done = match error {
        Error::Refused(Refusal::LinkEnded) => LandingDone::Ended,
        off @ Error::Refused(Refusal::ConversationsOff) => return Err(Failure(off)),
        Error::NotFound | Error::Refused(_) => LandingDone::Gone,
        other => return Err(Failure(other)),
    };
    let (frame, person) = (frame(visit).await?, Person::new("", ""));
    page(visit, StatusCode::GONE, &LandingDonePage { frame, token, person, done })
}
