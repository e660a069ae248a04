use super::notice;
use crate::assets::Assets;
use crate::community_face::community_face;
use crate::views::{DemoPerson, DemoStrip, Frame, Person, SignedIn};
use crate::visit::Visit;
use snug_app::{Actor, Error};
use snug_domain::communities::Conversations;
use snug_domain::people::Handle;
use std::sync::Arc;

/// People the demo offers to be.
const PEOPLE_TO_BE: usize = 20;

/// What surrounds a page.
pub(crate) async fn frame(visit: &Visit) -> Result<Frame, Error> {
    let texts = visit.texts();
    let whose = visit.signed_in.as_ref().map(|signed_in| signed_in.person.id.to_string()).unwrap_or_default();
    Ok(Frame {
        texts,
        theme: visit.preferences().theme,
        community_name: visit.community.name.clone(),
        here: visit.here.clone(),
        assets: Assets::built(),
        face: Some(community_face(&visit.community)),
        signed_in: signed_in(visit).await?,
        has_chosen_zone: visit.preferences().chosen_zone.is_some(),
        conversations: visit.community.conversations == Conversations::On,
        demo: demo_strip(visit).await?,
        notice: visit.notice.as_deref().and_then(|kept| notice::read(texts, kept, whose)),
    })
}

async fn signed_in(visit: &Visit) -> Result<Option<SignedIn>, Error> {
    let Some(signed_in) = &visit.signed_in else { return Ok(None) };
    let person = &signed_in.person;
    let actor = Actor { community: Arc::clone(&visit.community), person: person.id, now: visit.now };
    let unread = visit.app().count_unread(&actor).await?;
    Ok(Some(SignedIn {
        person: Person::new(person.name.as_str(), person.handle.as_str()),
        reference: person.id.to_string(),
        unread: u32::try_from(unread).unwrap_or(0),
        // Read before anything else of the page: what changes meanwhile comes live, at worst twice.
        change: person.change_number,
        bell_sound: person.preferences.bell_sound,
        enter_sends: person.preferences.enter_sends,
        letter_keys: person.preferences.letter_keys,
    }))
}

async fn demo_strip(visit: &Visit) -> Result<Option<DemoStrip>, Error> {
    if visit.site.demo.is_none() {
        return Ok(None);
    }
    let own = visit.signed_in.as_ref().map(|signed_in| signed_in.person.handle.clone());
    let members = visit.app().list_first_members(&visit.community, PEOPLE_TO_BE).await?;
    let is_own = |handle: &Handle| own.as_ref() == Some(handle);
    let people = members
        .iter()
        .map(|person| DemoPerson {
            person: Person::new(person.name.as_str(), person.handle.as_str()),
            current: is_own(&person.handle),
        })
        .collect();
    Ok(Some(DemoStrip { people }))
}
