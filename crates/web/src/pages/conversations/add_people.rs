use super::list::{Listing, list};
use super::recipients::{Choosing, Fields, candidate};
use super::{conversation_id, message_id, new_client_id};
use crate::fault::{Failure, add_retry_after, status};
use crate::pages::{Answer, Form, frame, page, redirect, say};
use crate::views::{AddPeoplePage, Composer, Seen, Title, problem, refusal};
use crate::visit::Member;
use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use snug_app::Error;
use snug_app::conversations::{AddPeople, Conversation, Draft, Shown, Slice};
use snug_domain::conversations::{ClientId, ConversationKind, MessageText, Origin};
use snug_domain::{ConversationId, MessageId, Refusal};

/// `GET /conversations/{id}/people/add`: more people for a conversation of several.
pub(crate) async fn show(member: Member, Path(id): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let conversation = conversation_id(&id)?;
    render(&member, StatusCode::OK, conversation, &Fields::of_query(query.as_deref()), None).await
}

/// `POST /conversations/{id}/people`: they are invited, with a message to everybody.
pub(crate) async fn add(member: Member, Path(id): Path<String>, Form(typed): Form<Vec<(String, String)>>) -> Answer {
    let (conversation, fields) = (conversation_id(&id)?, Fields::of_form(typed));
    let error = match send(&member, conversation, &fields).await {
        Ok(()) => {
            let path = format!("/conversations/{conversation}");
            return Ok(say(&member.visit.site, &path, "page-notice-people-added"));
        }
        Err(Failure(error @ (Error::Invalid(_) | Error::Refused(_) | Error::CannotAsk(_) | Error::Conflict))) => error,
        Err(failure) => return Err(failure),
    };
    let wrong = match &error {
        Error::Invalid(faults) => faults.first().map(|invalid| problem(member.visit.texts(), *invalid)),
        _ => None,
    };
    let mut response = render(&member, status(&error), conversation, &fields, wrong).await?;
    add_retry_after(&mut response, &error, member.visit.now);
    Ok(response)
}

async fn send(member: &Member, conversation: ConversationId, fields: &Fields) -> Result<(), Failure> {
    let history = match Seen::parse(fields.get("history").unwrap_or_default()) {
        Seen::All => Shown::All,
        Seen::Now => Shown::Nothing,
        Seen::From => Shown::From(message_id(fields.get("from_message").unwrap_or_default())?),
    };
    let draft = Draft {
        text: MessageText::parse(fields.get("text").unwrap_or_default())?,
        client_id: ClientId::parse(fields.get("client_id").unwrap_or_default())?,
        origin: Origin::Site,
    };
    let add = AddPeople { to: fields.people()?, history, draft };
    member.app().add_people(&member.actor(), conversation, add).await?;
    Ok(())
}

async fn render(
    member: &Member,
    status: StatusCode,
    conversation: ConversationId,
    fields: &Fields,
    error: Option<String>,
) -> Answer {
    let (app, actor, texts) = (member.app(), member.actor(), member.visit.texts());
    let (shown, _) = app.show_conversation(&actor, conversation, Slice::After(i64::MAX), 1).await?;
    if shown.kind == ConversationKind::Direct {
        // Two who talk are not joined by others: another conversation begins from theirs.
        let other = shown.participants.first().map(|other| other.person.handle.to_string()).unwrap_or_default();
        return Ok(redirect(&format!("/conversations/new?to={other}&from={conversation}")));
    }
    let from_message = match fields.get("from_message") {
        None => None,
        Some(id) => find_message(member, &shown, message_id(id)?).await?,
    };
    let chosen = fields.get("history").map(Seen::parse);
    let history = match (chosen, &from_message) {
        (None, Some(_)) => Seen::From,
        (None | Some(Seen::From), None) => Seen::Now,
        (Some(chosen), _) => chosen,
    };
    let (candidates, allowed) = app.check_people(&actor, fields.people()?, Some(conversation)).await?;
    // What nobody may do is said instead of the form; too many people can be mended in it.
    let (against_all, against_these) = match allowed.err() {
        Some(
            refused @ (Refusal::OnlyHosts
            | Refusal::NoLongerOpen
            | Refusal::NotInIt
            | Refusal::NotAccepted
            | Refusal::AcceptFirst),
        ) => (Some(refused), None),
        other => (None, other),
    };
    let page_path = format!("/conversations/{conversation}/people/add");
    let choosing = Choosing {
        page: &page_path,
        kept: from_message.iter().map(|(id, _)| ("from_message", id.clone())).collect(),
        search: fields.get("q").unwrap_or_default().to_owned(),
    };
    let lead = texts.get("page-add-lead").into_owned();
    let recipients =
        choosing.recipients(member, candidates.iter().map(candidate).collect(), against_these, lead).await?;
    let title = Title::new(texts, &shown.title);
    let composer = match against_all {
        Some(refused) => Err(refusal(&member.visit.times(), refused, None)),
        None => Ok(Composer {
            to: title.clone(),
            reaches: texts.get("page-add-reaches").into_owned(),
            text: fields.get("text").unwrap_or_default().to_owned(),
            error,
            client_id: fields.get("client_id").map_or_else(|| new_client_id(member.visit.now), str::to_owned),
        }),
    };
    let after_a_gap = shown.sees.is_some_and(|sees| sees.after_a_gap);
    let shown = AddPeoplePage {
        frame: frame(&member.visit).await?,
        list: list(member, &Listing::default(), Some(conversation)).await?,
        id: conversation.to_string(),
        title,
        recipients,
        from_message,
        history,
        after_a_gap,
        composer,
    };
    page(&member.visit, status, &shown)
}

/// A message the reader may show to others, by its id and its first words. What they read before a gap they may not.
async fn find_message(
    member: &Member,
    shown: &Conversation,
    message: MessageId,
) -> Result<Option<(String, String)>, Failure> {
    let found = member.app().find_message(&member.actor(), shown.id, message).await?;
    let may_show = shown.sees.is_some_and(|sees| found.sequence >= sees.from);
    Ok(may_show.then(|| (found.id.to_string(), found.excerpt)))
}
