use super::conversation_id;
use super::new::{Begun, write};
use super::recipients::Fields;
use crate::fault::{Failure, add_retry_after, status};
use crate::pages::{Answer, Form, redirect};
use crate::views::{Input, problem};
use crate::visit::Member;
use snug_app::Error;
use snug_app::conversations::{Draft, StartWith};
use snug_domain::conversations::{ClientId, ConversationTitle, MessageText, Origin};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, Field};

/// `POST /conversations`: everybody named is invited, with the first message.
pub(crate) async fn start(member: Member, Form(typed): Form<Vec<(String, String)>>) -> Answer {
    let fields = Fields::of_form(typed);
    let to = fields.people()?;
    let from = fields.get("from").map(conversation_id).transpose()?;
    let error = match send(&member, &to, from, &fields).await {
        Ok(path) => return Ok(redirect(&path)),
        Err(Failure(error @ (Error::Invalid(_) | Error::Refused(_) | Error::CannotAsk(_) | Error::Conflict))) => error,
        Err(failure) => return Err(failure),
    };
    let mut begun = Begun {
        to,
        from,
        title: Input::of(fields.get("title").unwrap_or_default()),
        text: fields.get("text").unwrap_or_default().to_owned(),
        client_id: fields.get("client_id").map(str::to_owned),
        ..Begun::default()
    };
    if let Error::Invalid(faults) = &error
        && let Some(invalid) = faults.first()
    {
        let texts = member.visit.texts();
        let lacks_people = begun.to.is_empty() && invalid.field != Field::Title;
        let words = if lacks_people { texts.get("page-to-missing").into_owned() } else { problem(texts, *invalid) };
        let words = Some(words);
        if invalid.field == Field::Title { begun.title.error = words } else { begun.error = words }
    }
    let mut response = write(&member, status(&error), begun).await?;
    add_retry_after(&mut response, &error, member.visit.now);
    Ok(response)
}

async fn send(
    member: &Member,
    to: &[Handle],
    from: Option<ConversationId>,
    fields: &Fields,
) -> Result<String, Failure> {
    let draft = Draft {
        text: MessageText::parse(fields.get("text").unwrap_or_default())?,
        client_id: ClientId::parse(fields.get("client_id").unwrap_or_default())?,
        origin: Origin::Site,
    };
    // Two who talk have no title: the field is there for more.
    let title = match to.len() {
        1 if from.is_none() => None,
        _ => ConversationTitle::parse(fields.get("title").unwrap_or_default())?,
    };
    let start = StartWith { to: to.to_vec(), title, begun_from: from, draft };
    let posted = member.app().start_conversation(&member.actor(), start).await?;
    Ok(format!("/conversations/{}", posted.message().conversation))
}
