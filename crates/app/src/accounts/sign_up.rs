use super::familiarity::Familiarity;
use super::{check_password, enqueue, find_member};
use crate::error::all_valid;
use crate::limits;
use crate::{App, Client, Error, new_id};
use snug_domain::account::{SIGN_UP_MAILS, SIGN_UPS_FROM_NETWORK, SIGN_UPS_FROM_PLACE};
use snug_domain::communities::Community;
use snug_domain::deliveries::Matter;
use snug_domain::people::{EmailAddress, Language, own_name};
use snug_domain::{SignUpId, Timestamp};
use snug_store::sign_ups;
use std::sync::Arc;

/// What somebody types to sign up.
#[derive(Clone)]
pub struct SignUp {
    /// The name they want.
    pub name: String,
    /// The address they say is theirs.
    pub address: String,
    /// The password they choose.
    pub password: String,
    /// The language they came with.
    pub language: Language,
}

impl App {
    /// Asks the address by mail whether its owner wants to sign up. The answer is the same for an
    /// address that has an account; that one is told so, by mail.
    ///
    /// Strangers cannot keep its owner from signing up: where they caused as many mails as may go to one address, any of
    /// them has to do, whose link lets its holder choose name and password.
    pub async fn sign_up(
        &self,
        community: &Arc<Community>,
        client: &Client,
        form: SignUp,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (name, address) = (own_name(&form.name, community), EmailAddress::parse(&form.address));
        let password = check_password(&form.password, &form.name, &form.address);
        all_valid([name.clone().map(drop), address.clone().map(drop), password])?;
        let (name, address) = (name?, address?);

        let community = community.id;
        let asking = Familiarity::Stranger;
        let counted = asking.counts(client, &address.key(), (SIGN_UPS_FROM_PLACE, SIGN_UPS_FROM_NETWORK));
        self.count_attempts(community, counted, now).await?;
        let password_hash = self.passwords.hash(&form.password, asking.asker(client)).await?;

        let limits = self.settings.limits;
        self.write(move |tx, _| {
            if !limits::is_admitted(tx, limits, community, SIGN_UP_MAILS, &address.key(), now)? {
                return Ok(());
            }
            if let Some(owned) = find_member(tx, community, &address)? {
                let to = (Some(owned.person), owned.address);
                return enqueue(tx, community, Matter::AlreadyMember, to, now);
            }
            let id: SignUpId = new_id(now);
            let sign_up = sign_ups::SignUp {
                id,
                name: name.as_str().to_owned(),
                address: address.clone(),
                password_hash: password_hash.clone(),
                language: form.language,
                created_at: now,
            };
            sign_ups::insert(tx, community, &sign_up)?;
            enqueue(tx, community, Matter::ConfirmAddress(id), (None, address.clone()), now)
        })
        .await
    }
}
