use super::{Delivery, account_letters, digest_letter, invitation_letter};
use crate::{App, Error};
use snug_domain::communities::Community;
use snug_domain::deliveries::Matter;
use snug_domain::people::Language;
use snug_domain::{MessageId, Timestamp};
use snug_mail::letters::Written;
use snug_mail::{Letter, Mailbox, compose, message_id};
use snug_store::{Tx, communities};

/// A mail as bytes, and its envelope.
pub struct Outgoing {
    /// Where a bounce goes.
    pub envelope_from: String,
    /// Where the mail goes.
    pub envelope_to: String,
    /// The mail.
    pub raw: Vec<u8>,
}

/// What came of rendering a mail.
pub enum Composed {
    /// To be sent.
    Mail(Outgoing),
    /// Not needed any more, and why.
    NotNeeded(&'static str),
}

/// What a mail says, and the headers that depend on what it is.
pub(super) struct Content {
    pub written: Written,
    pub language: Language,
    pub to_name: String,
    /// The one person whose words it brings, if it is one.
    pub from_name: Option<String>,
    /// The page where one click stops such mails; account mails have none.
    pub stop_url: Option<String>,
    /// Whether a program wrote it.
    pub auto_generated: bool,
    /// The message it carries, where it is about one: its Message-ID is that of the message.
    pub message: Option<MessageId>,
}

/// A letter of which everything was read that it takes to write it.
pub(super) enum Prepared {
    /// To be written: that takes time, and no transaction waits for it.
    Letter(Box<dyn FnOnce() -> Content + Send>),
    /// Nothing to say any more, and why.
    NotNeeded(&'static str),
}

impl App {
    /// Renders a mail as it should be now.
    pub async fn compose(&self, delivery: &Delivery, now: Timestamp) -> Result<Composed, Error> {
        let (app, claimed) = (self.clone(), delivery.clone());
        let (community, prepared) = self
            .read(move |tx| {
                let community = communities::find(tx, claimed.community)?.ok_or(Error::NotFound)?;
                let prepared = app.prepare(tx, &community, &claimed, now)?;
                Ok((community, prepared))
            })
            .await?;
        match prepared {
            Prepared::Letter(write) => {
                let content = self.render_letter(write).await?;
                self.seal(&community, delivery, content).map(Composed::Mail)
            }
            Prepared::NotNeeded(why) => Ok(Composed::NotNeeded(why)),
        }
    }

    fn prepare(
        &self,
        tx: &mut Tx<'_>,
        community: &Community,
        delivery: &Delivery,
        now: Timestamp,
    ) -> Result<Prepared, Error> {
        match delivery.matter {
            Matter::Invitation(id) => invitation_letter::prepare(self, tx, community, (delivery, id), now),
            Matter::Digest => digest_letter::prepare(self, tx, community, delivery, now),
            Matter::ConfirmAddress(id) => account_letters::confirm_address(self, tx, community, id, now),
            Matter::AlreadyMember => account_letters::already_member(self, tx, community, delivery),
            Matter::PasswordChanged => account_letters::password_changed(self, tx, community, delivery, now),
            Matter::SignInLink(id) | Matter::ResetPassword(id) => {
                account_letters::link(self, tx, community, (delivery, id), now)
            }
        }
    }

    fn seal(&self, community: &Community, delivery: &Delivery, content: Content) -> Result<Outgoing, Error> {
        let named = content.message.map_or(delivery.id.0, |message| message.0);
        let letter = Letter {
            from: sender(community, content.from_name.as_deref()),
            to: Mailbox::new(&content.to_name, delivery.address.as_str()),
            reply_to: None,
            subject: content.written.subject,
            message_id: message_id(&self.settings.secret, named, &community.mail_domain),
            in_reply_to: None,
            references: Vec::new(),
            date: delivery.created_at,
            list_unsubscribe: content.stop_url,
            auto_generated: content.auto_generated,
            text: content.written.text,
            html: content.written.html,
            language: content.language,
        };
        let raw = compose(&letter, self.settings.dkim_key(community)).map_err(|fault| Error::Internal(fault.into()))?;
        Ok(Outgoing {
            envelope_from: self.settings.envelope_sender(community, delivery.id),
            envelope_to: delivery.address.as_str().to_owned(),
            raw,
        })
    }
}

/// The sender of a mail: whoever wrote what it brings, or the community. While no mail comes in, an answer reaches
/// nobody: the address says so, and the first line of the mail.
fn sender(community: &Community, writer: Option<&str>) -> Mailbox {
    let name = writer.map_or_else(|| community.name.clone(), |writer| format!("{writer} ({})", community.name));
    Mailbox::new(&name, &format!("no-reply@{}", community.mail_domain))
}
