use super::list::{Listing, list};
use super::recipients::{Choosing, Fields, candidate};
use super::{conversation_id, new_client_id};
use crate::fault::Failure;
use crate::pages::people::card;
use crate::pages::{Answer, frame, page, person, redirect};
use crate::views::{ChoosePersonPage, Composer, Input, Person, Recipients, Says, StartPage, Title, refusal};
use crate::visit::Member;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use snug_app::Error;
use snug_app::conversations::{Slice, Stand};
use snug_domain::conversations::ConversationKind;
use snug_domain::people::Handle;
use snug_domain::{ConversationId, Refusal};

/// People offered at a time.
const OFFERED: usize = 20;

/// What somebody is about to begin, with what they typed so far.
#[derive(Default)]
pub(super) struct Begun {
    pub to: Vec<Handle>,
    pub from: Option<ConversationId>,
    pub search: String,
    pub title: Input,
    pub text: String,
    pub client_id: Option<String>,
    /// Why it was not sent.
    pub error: Option<String>,
}

/// `GET /conversations/new`: whom to, then what.
pub(crate) async fn show(member: Member, RawQuery(query): RawQuery) -> Answer {
    let fields = Fields::of_query(query.as_deref());
    let search = fields.get("q").unwrap_or_default().to_owned();
    let from = fields.get("from").map(conversation_id).transpose()?;
    match fields.people()? {
        none if none.is_empty() && !fields.has("to") => choose_person(&member, search).await,
        to => write(&member, StatusCode::OK, Begun { to, from, search, ..Begun::default() }).await,
    }
}

async fn choose_person(member: &Member, search: String) -> Answer {
    let frame = frame(&member.visit).await?;
    let own = member.signed_in.person.id;
    let found = member.app().list_members(&member.actor(), &search, None, OFFERED + 1).await?;
    let very_many = found.next.is_some();
    let people = found.members.iter().filter(|person| person.id != own).take(OFFERED);
    let people = people.map(|person| card(person, &found.lookalikes)).collect();
    let list = list(member, &Listing::default(), None).await?;
    page(&member.visit, StatusCode::OK, &ChoosePersonPage { frame, list, search, people, very_many })
}

/// The first message, with what was typed. What stands in the way is said first.
pub(super) async fn write(member: &Member, status: StatusCode, begun: Begun) -> Answer {
    if let Some(from) = begun.from {
        check_from(member, from).await?;
    }
    let choosing = Choosing {
        page: "/conversations/new",
        kept: begun.from.map(|from| ("from", from.to_string())).into_iter().collect(),
        search: begun.search.clone(),
    };
    let (mut recipients, refused) = match &begun.to[..] {
        [to] if begun.from.is_none() => match one(member, choosing, to, &begun.text).await? {
            Ok(one) => one,
            Err(conversation) => return Ok(redirect(&format!("/conversations/{conversation}"))),
        },
        _ => (several(member, choosing, &begun).await?, None),
    };
    let composer = match refused {
        Some(refused) if begun.text.is_empty() => {
            Err(refusal(&member.visit.times(), refused, recipients.chosen.first().map(|chosen| &chosen.person)))
        }
        _ => Ok(composer(member, &recipients, &begun)),
    };
    let reaches = composer.as_ref().map_or_else(|_| String::new(), |composer| composer.reaches.clone());
    recipients.says = Some(Says { heading: heading(member, &recipients), reaches, draft: recipients.draft() });
    let shown = StartPage {
        frame: frame(&member.visit).await?,
        list: list(member, &Listing::default(), None).await?,
        recipients,
        from: begun.from.map(|from| from.to_string()),
        title: begun.title,
        composer,
    };
    page(&member.visit, status, &shown)
}

/// One person: what stands against a direct conversation with them. A conversation to go to instead, where there is
/// one and nothing was typed.
async fn one(
    member: &Member,
    choosing: Choosing<'_>,
    to: &Handle,
    text: &str,
) -> Result<Result<(Recipients, Option<Refusal>), ConversationId>, Failure> {
    let texts = member.visit.texts();
    let profile = member.app().find_profile(&member.actor(), to).await?;
    let to = person(&profile.person).lookalike(profile.is_lookalike);
    let refused = profile.start.err();
    if let Some(conversation) = refused.and_then(Refusal::conversation).filter(|_| text.is_empty()) {
        return Ok(Err(conversation));
    }
    // The reason stands instead of the message; where something was typed already, above it.
    let may_write = refused.is_none() || !text.is_empty();
    let lead = texts.fill("page-start-lead").with("name", to.first_name());
    let lead = if may_write { lead.to_string() } else { String::new() };
    let beside = refused.filter(|_| !text.is_empty());
    let recipients = choosing.recipients(member, vec![(to, beside)], None, lead).await?;
    Ok(Ok((recipients, refused)))
}

async fn several(member: &Member, choosing: Choosing<'_>, begun: &Begun) -> Result<Recipients, Failure> {
    if begun.to.is_empty() {
        return choosing.recipients(member, Vec::new(), None, String::new()).await;
    }
    let key = if begun.from.is_some() { "page-start-lead-from" } else { "page-start-lead-several" };
    let lead = member.visit.texts().get(key).into_owned();
    let (candidates, allowed) = member.app().check_people(&member.actor(), begun.to.clone(), None).await?;
    let chosen: Vec<(Person, Option<Refusal>)> = candidates.iter().map(candidate).collect();
    choosing.recipients(member, chosen, allowed.err(), lead).await
}

/// Only from a direct conversation of one's own another one begins.
async fn check_from(member: &Member, from: ConversationId) -> Result<(), Failure> {
    let (shown, _) = member.app().show_conversation(&member.actor(), from, Slice::After(i64::MAX), 1).await?;
    let may_begin = shown.kind == ConversationKind::Direct && shown.stand == Stand::Talking;
    if may_begin { Ok(()) } else { Err(Failure(Error::NotFound)) }
}

/// The name of the page: that of the one person, or a general one.
fn heading(member: &Member, recipients: &Recipients) -> String {
    let texts = member.visit.texts();
    match &recipients.chosen[..] {
        [only] => texts.fill("page-start-title").with("name", only.person.within()).to_string(),
        _ => texts.get("page-new-conversation").into_owned(),
    }
}

fn composer(member: &Member, recipients: &Recipients, begun: &Begun) -> Composer {
    let texts = member.visit.texts();
    let (to, reaches) = match &recipients.chosen[..] {
        [only] => {
            let reaches = texts.fill("page-start-reaches").with("name", only.person.first_name()).to_string();
            (Title::of(&only.person), reaches)
        }
        _ => (Title::general(texts), texts.get("page-start-reaches-all").into_owned()),
    };
    Composer {
        to,
        reaches,
        text: begun.text.clone(),
        error: begun.error.clone(),
        client_id: begun.client_id.clone().unwrap_or_else(|| new_client_id(member.visit.now)),
    }
}
