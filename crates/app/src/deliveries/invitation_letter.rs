use super::compose::{Content, Prepared};
use super::{Delivery, comes_back};
use crate::conversations::{Held, Stand, find_listed};
use crate::people::is_lookalike;
use crate::{Actor, App, Error, markdown};
use snug_domain::communities::{Community, Conversations};
use snug_domain::conversations::may_decline;
use snug_domain::people::Person;
use snug_domain::{CommunityId, ConversationId, InvitationId, Timestamp};
use snug_mail::letters::{Group, Invitation as Letter};
use snug_mail::{Purpose, acting_token};
use snug_store::invitations::{self, Invitation};
use snug_store::messages::{self, Message};
use snug_store::{Tx, people};
use snug_texts::Texts;
use std::sync::Arc;

/// What the mail of an invitation says, while the invitation waits for an answer.
pub(super) fn prepare(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    (delivery, id): (&Delivery, InvitationId),
    now: Timestamp,
) -> Result<Prepared, Error> {
    let invitation = invitations::find(tx, community.id, id)?;
    let Some(invitation) =
        invitation.filter(|invitation| may_decline(invitation.state, invitation.sent_at, now).is_ok())
    else {
        return Ok(Prepared::NotNeeded("the invitation is answered, withdrawn or lapsed"));
    };
    let Some((inviter, invitee)) = load(tx, community.id, &invitation)? else {
        return Ok(Prepared::NotNeeded("one of the two is gone"));
    };
    if community.conversations == Conversations::Off {
        return Ok(Prepared::NotNeeded("conversations are off"));
    }
    if !invitee.preferences.wants_mail {
        return Ok(Prepared::NotNeeded("mail is switched off"));
    }
    if comes_back(tx, delivery)? {
        return Ok(Prepared::NotNeeded("mail to this address came back"));
    }
    let actor = Actor { community: Arc::new(community.clone()), person: invitee.id, now };
    let Some((message, group)) = find_what_is_told(tx, &actor, invitation.conversation)? else {
        return Ok(Prepared::NotNeeded("nobody is in the conversation any more"));
    };
    let Some(epoch) = people::find_access_epoch(tx, community.id, invitee.id)? else {
        return Ok(Prepared::NotNeeded("one of the two is gone"));
    };
    let token = acting_token(&app.settings.secret, Purpose::Mail, delivery.id.0, epoch);
    let stop_url = app.stop_url(community, invitee.id);
    let language = invitee.preferences.language;
    let (community_name, read_url) = (community.name.clone(), app.settings.url(community, &format!("/m/{token}")));
    let is_reminder = invitation.reminded_at.is_some_and(|reminded_at| reminded_at <= delivery.created_at);
    let compare_handle = is_lookalike(tx, community.id, &inviter)?.then(|| inviter.handle.to_string());
    Ok(Prepared::Letter(Box::new(move || {
        let from_name = Some(inviter.name.clone());
        let written = Letter {
            inviter_name: inviter.name,
            compare_handle,
            group,
            is_reminder,
            community_name,
            message_html: markdown::without_links(&markdown::render(&message.source).html),
            message_text: markdown::to_text(&message.source),
            read_url,
            stop_url: stop_url.clone(),
            to_name: invitee.name.clone(),
        }
        .write(Texts::of(language));
        let stop_url = Some(stop_url);
        // The id of the message was that of the mail before: with it the reminder would pass for that one.
        let message = (!is_reminder).then_some(message.id);
        Content { written, language, to_name: invitee.name, from_name, stop_url, auto_generated: false, message }
    })))
}

fn load(tx: &mut Tx<'_>, community: CommunityId, invitation: &Invitation) -> Result<Option<(Person, Person)>, Error> {
    let inviter = people::find(tx, community, invitation.inviter)?.filter(Person::takes_part);
    let invitee = people::find(tx, community, invitation.invitee)?.filter(Person::may_be_mailed);
    Ok(inviter.zip(invitee))
}

/// What whoever is asked may know: the entry they were asked with, and of a conversation of several its title and who
/// is in it.
fn find_what_is_told(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
) -> Result<Option<(Message, Option<Group>)>, Error> {
    let held = Held::find(tx, actor, conversation)?;
    let (Stand::Invited { .. }, Some(asked)) = (held.stand(actor.now), held.own.asked) else { return Ok(None) };
    let message = messages::find_at(tx, actor.community_id(), (actor.person, conversation), asked.with)?;
    let Some(message) = message else { return Ok(None) };
    if held.is_direct() {
        return Ok(Some((message, None)));
    }
    let listed = find_listed(tx, actor, conversation)?.ok_or(Error::NotFound)?;
    // The inviter is named before.
    let others = listed.participants.iter().filter(|other| other.person.id != asked.by);
    let names: Vec<String> = others.map(|other| other.person.name.clone()).collect();
    let inviter_is_in = listed.participants.iter().any(|other| other.person.id == asked.by);
    let more = listed.others.saturating_sub(names.len() + usize::from(inviter_is_in));
    Ok(Some((message, Some(Group { title: held.conversation.title, names, more }))))
}
