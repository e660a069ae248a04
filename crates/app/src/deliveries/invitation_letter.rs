use super::compose::{Content, Prepared};
use super::{Delivery, comes_back};
use crate::people::is_lookalike;
use crate::{App, Error, markdown};
use snug_domain::communities::{Community, Conversations};
use snug_domain::conversations::may_decline;
use snug_domain::people::Person;
use snug_domain::{CommunityId, InvitationId, Timestamp};
use snug_mail::letters::Invitation as Letter;
use snug_mail::{Purpose, acting_token};
use snug_store::invitations::{self, Invitation};
use snug_store::messages::{self, Message};
use snug_store::{Tx, people};
use snug_texts::Texts;

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
    let Some((inviter, invitee, message)) = load(tx, community.id, &invitation)? else {
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
    let Some(epoch) = people::find_access_epoch(tx, community.id, invitee.id)? else {
        return Ok(Prepared::NotNeeded("one of the two is gone"));
    };
    let token = acting_token(&app.settings.secret, Purpose::Mail, delivery.id.0, epoch);
    let stop_url = app.stop_url(community, invitee.id);
    let language = invitee.preferences.language;
    let (community_name, read_url) = (community.name.clone(), app.settings.url(community, &format!("/m/{token}")));
    let compare_handle = is_lookalike(tx, community.id, &inviter)?.then(|| inviter.handle.to_string());
    Ok(Prepared::Letter(Box::new(move || {
        let written = Letter {
            inviter_name: inviter.name,
            compare_handle,
            community_name,
            message_html: markdown::without_links(&markdown::render(&message.source).html),
            message_text: markdown::to_text(&message.source),
            read_url,
            stop_url: stop_url.clone(),
            to_name: invitee.name.clone(),
        }
        .write(Texts::of(language));
        let stop_url = Some(stop_url);
        let message = Some(message.id);
        Content { written, language, to_name: invitee.name, stop_url, auto_generated: false, message }
    })))
}

fn load(
    tx: &mut Tx<'_>,
    community: CommunityId,
    invitation: &Invitation,
) -> Result<Option<(Person, Person, Message)>, Error> {
    let inviter = people::find(tx, community, invitation.inviter)?.filter(Person::takes_part);
    let invitee = people::find(tx, community, invitation.invitee)?.filter(Person::may_be_mailed);
    let reading = (invitation.invitee, invitation.conversation);
    let message = messages::list_after(tx, community, reading, 0, 1)?.pop();
    Ok(inviter.zip(invitee).zip(message).map(|((inviter, invitee), message)| (inviter, invitee, message)))
}
