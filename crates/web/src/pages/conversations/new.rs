use super::list::{Listing, list};
use super::new_client_id;
use crate::pages::people::card;
use crate::pages::{Answer, frame, page, person, redirect};
use crate::views::{ChoosePersonPage, Composer, StartPage, Title, refusal};
use crate::visit::Member;
use axum::extract::Query;
use axum::http::StatusCode;
use serde::Deserialize;
use snug_app::Error;
use snug_domain::people::Handle;

/// People offered at a time.
const OFFERED: usize = 20;

/// Whom to write to, if that is known.
#[derive(Deserialize)]
pub(crate) struct Asked {
    to: Option<String>,
    #[serde(default)]
    q: String,
}

/// `GET /conversations/new`: whom to, then what.
pub(crate) async fn show(member: Member, Query(asked): Query<Asked>) -> Answer {
    match asked.to.as_deref().filter(|to| !to.is_empty()) {
        None => choose_person(&member, asked.q).await,
        Some(to) => {
            let handle = Handle::parse(to).map_err(|_| Error::NotFound)?;
            write(&member, StatusCode::OK, &handle, String::new(), None, None).await
        }
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

/// The first message to somebody, with what was typed. What stands in the way is said first.
pub(super) async fn write(
    member: &Member,
    status: StatusCode,
    to: &Handle,
    text: String,
    client_id: Option<String>,
    error: Option<String>,
) -> Answer {
    let profile = member.app().find_profile(&member.actor(), to).await?;
    let to = person(&profile.person).lookalike(profile.is_lookalike);
    let refused = match profile.start {
        Ok(()) => None,
        Err(refused) => match refused.conversation().filter(|_| text.is_empty()) {
            Some(conversation) => return Ok(redirect(&format!("/conversations/{conversation}"))),
            None => Some(refusal(member.visit.texts(), refused, Some(&to))),
        },
    };
    let client_id = client_id.unwrap_or_else(|| new_client_id(member.visit.now));
    let reaches = member.visit.texts().fill("page-start-reaches").with("name", to.first_name()).to_string();
    let shown = StartPage {
        frame: frame(&member.visit).await?,
        list: list(member, &Listing::default(), None).await?,
        composer: Composer { to: Title::of(&to), reaches, text, error, client_id },
        to,
        refused,
    };
    page(&member.visit, status, &shown)
}
