//! One mail over a connection.

use super::content::on_the_wire;
use super::reply::{Reply, without_code};
use super::session::Session;
use crate::Parcel;
use snug_domain::deliveries::{Extension, Rejection, Stage};

/// What became of a mail on a connection.
pub(super) struct Transfer {
    pub outcome: Result<Reply, Rejection>,
    /// Whether another mail can follow on the same connection.
    pub may_go_on: bool,
}

impl Session {
    /// Hands over one mail, and waits for what the server says.
    pub(super) async fn transfer(&mut self, parcel: &Parcel) -> Transfer {
        let mut may_go_on = true;
        let outcome = self.exchange(parcel, &mut may_go_on).await;
        let ends = |rejection: &Rejection| match rejection.stage {
            Stage::Lacks(_) => false,
            _ => matches!(rejection.code, None | Some(421)),
        };
        let is_over = outcome.as_ref().is_err_and(ends);
        Transfer { outcome, may_go_on: may_go_on && !is_over }
    }

    async fn exchange(&mut self, parcel: &Parcel, may_go_on: &mut bool) -> Result<Reply, Rejection> {
        let limits = self.limits;
        let parameters = self.parameters(parcel)?;
        let from = format!("MAIL FROM:<{}>{parameters}", parcel.envelope_from);
        let sender = self.wire.command(Stage::Sender, &from, limits.envelope).await?;
        accepted(&sender, Stage::Sender, may_go_on)?;
        let to = format!("RCPT TO:<{}>", parcel.envelope_to);
        let recipient = self.wire.command(Stage::Recipient, &to, limits.envelope).await?;
        accepted(&recipient, Stage::Recipient, may_go_on)?;
        let data = self.wire.command(Stage::Data, "DATA", limits.data).await?;
        if data.code != 354 || !data.is_whole {
            *may_go_on = data.is_whole;
            return Err(data.rejects(Stage::Data));
        }
        self.wire.send(&on_the_wire(&parcel.raw), limits.block).await?;
        let end = self.wire.reply(Stage::Content, limits.end).await?;
        *may_go_on = end.is_whole;
        if end.is_positive() { Ok(end) } else { Err(end.rejects(Stage::Content)) }
    }

    /// What MAIL FROM says about the mail, as far as the server understands it.
    fn parameters(&self, parcel: &Parcel) -> Result<String, Rejection> {
        let (extensions, size) = (&self.extensions, parcel.raw.len());
        let lacks = |extension, words| Err(without_code(Stage::Lacks(extension), words));
        // The domain is ASCII in any case; the part before it has no other spelling (RFC 6531).
        let needs_utf8 = !parcel.envelope_to.is_ascii() || !parcel.envelope_from.is_ascii();
        if needs_utf8 && !extensions.utf8 {
            return lacks(Extension::Utf8, "The mail server carries no letters beyond ASCII in an address");
        }
        if extensions.largest.is_some_and(|largest| size > largest) {
            return lacks(Extension::Size, "The mail is too large for the mail server");
        }
        let mut parameters = String::new();
        if extensions.size {
            parameters.push_str(&format!(" SIZE={size}"));
        }
        if extensions.eight_bit && (needs_utf8 || !parcel.raw.is_ascii()) {
            parameters.push_str(" BODY=8BITMIME");
        }
        if needs_utf8 {
            parameters.push_str(" SMTPUTF8");
        }
        Ok(parameters)
    }
}

fn accepted(reply: &Reply, stage: Stage, may_go_on: &mut bool) -> Result<(), Rejection> {
    *may_go_on = reply.is_whole;
    match reply.is_positive() {
        true if reply.is_whole => Ok(()),
        true => Err(reply.without_end(stage)),
        false => Err(reply.rejects(stage)),
    }
}
