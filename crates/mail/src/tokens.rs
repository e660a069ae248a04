//! Tokens in links and addresses of mails.
//!
//! A token is an id and a code that only we can make (HMAC-SHA256, RFC 2104), so nothing of it
//! is stored, and a mail rendered again carries the same links. A token of one purpose never
//! reads as one of another. Nothing here knows what a token lets anybody do.

use data_encoding::{BASE32_NOPAD, BASE32_NOPAD_NOCASE, BASE64URL_NOPAD};
use ring::hmac;
use snug_domain::DeliveryId;
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// The key that all tokens of an installation are made with.
pub struct Secret(hmac::Key);

impl Secret {
    /// The secret in these bytes, which have to be random.
    #[must_use]
    pub fn new(bytes: &[u8; 32]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }
}

/// Shows nothing of the key.
impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// How many bytes of a code a token has.
const CODE: usize = 16;

/// What a token is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The page that a mail leads to.
    Mail,
    /// Wanting no more mails.
    Unsubscribe,
    /// Wanting no more mails of one conversation.
    Mute,
    /// A link of an account that works once.
    Once,
    /// Undoing on a page what was just done there.
    Undo,
    /// The envelope sender, which tells what a bounce is about.
    Bounce,
}

impl Purpose {
    const fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Unsubscribe => "unsubscribe",
            Self::Mute => "mute",
            Self::Once => "once",
            Self::Undo => "undo",
            Self::Bounce => "bounce",
        }
    }

    fn encode(self, bytes: &[u8]) -> String {
        match self {
            // Mail servers on the way may fold the case of an address.
            Self::Bounce => BASE32_NOPAD.encode(bytes).to_ascii_lowercase(),
            Self::Mail | Self::Unsubscribe | Self::Mute | Self::Once | Self::Undo => BASE64URL_NOPAD.encode(bytes),
        }
    }

    fn decode(self, token: &str) -> Option<Vec<u8>> {
        let encoding = match self {
            Self::Bounce => BASE32_NOPAD_NOCASE,
            Self::Mail | Self::Unsubscribe | Self::Mute | Self::Once | Self::Undo => BASE64URL_NOPAD,
        };
        encoding.decode(token.as_bytes()).ok()
    }
}

/// The token of this id for this purpose; always of one length, and fit for a URL as it is.
#[must_use]
pub fn link_token(secret: &Secret, purpose: Purpose, id: Uuid) -> String {
    let mut bytes = id.as_bytes().to_vec();
    bytes.extend(code(secret, purpose.word(), id.as_bytes()));
    purpose.encode(&bytes)
}

/// The token of two ids for this purpose: of a person and a conversation.
#[must_use]
pub fn link_token_of_two(secret: &Secret, purpose: Purpose, (one, other): (Uuid, Uuid)) -> String {
    let mut bytes = [one.as_bytes().as_slice(), other.as_bytes()].concat();
    let code = code(secret, purpose.word(), &bytes);
    bytes.extend(code);
    purpose.encode(&bytes)
}

/// The ids in a token of two; `None` for everything we did not make for this purpose.
#[must_use]
pub fn read_link_token_of_two(secret: &Secret, purpose: Purpose, token: &str) -> Option<(Uuid, Uuid)> {
    let bytes = purpose.decode(token)?;
    let (ids, given) = bytes.split_at_checked(32)?;
    let (one, other) = ids.split_first_chunk::<16>()?;
    let other = <[u8; 16]>::try_from(other).ok()?;
    let is_ours = bool::from(code(secret, purpose.word(), ids).ct_eq(given));
    is_ours.then(|| (Uuid::from_bytes(*one), Uuid::from_bytes(other)))
}

/// A token that acts for a person. It ends when what lets somebody in as them ends: that raises their epoch, which is
/// signed and stands nowhere in the token.
#[must_use]
pub fn acting_token(secret: &Secret, purpose: Purpose, id: Uuid, epoch: i64) -> String {
    let mut bytes = id.as_bytes().to_vec();
    bytes.extend(code(secret, purpose.word(), id.as_bytes()));
    bytes.extend(code(secret, purpose.word(), &of_epoch(id, epoch)));
    purpose.encode(&bytes)
}

/// The id in a token that we made for this purpose; `None` for everything else.
#[must_use]
pub fn read_link_token(secret: &Secret, purpose: Purpose, token: &str) -> Option<Uuid> {
    read_id(secret, purpose, &purpose.decode(token)?)
}

fn read_id(secret: &Secret, purpose: Purpose, bytes: &[u8]) -> Option<Uuid> {
    let (id, given) = bytes.split_first_chunk::<16>()?;
    bool::from(code(secret, purpose.word(), id).ct_eq(given)).then(|| Uuid::from_bytes(*id))
}

/// A token of ours that acts for a person, or did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acting {
    /// The id in it.
    pub id: Uuid,
    purpose: Purpose,
    code: [u8; CODE],
}

impl Acting {
    /// The token of [`acting_token`] that this is; `None` for everything we did not make for this purpose.
    #[must_use]
    pub fn read(secret: &Secret, purpose: Purpose, token: &str) -> Option<Self> {
        let bytes = purpose.decode(token)?;
        let (named, code) = bytes.split_last_chunk()?;
        Some(Self { id: read_id(secret, purpose, named)?, purpose, code: *code })
    }

    /// Whether it still acts, now that the person's epoch is this.
    #[must_use]
    pub fn is_of_epoch(&self, secret: &Secret, epoch: i64) -> bool {
        code(secret, self.purpose.word(), &of_epoch(self.id, epoch)).ct_eq(&self.code).into()
    }
}

fn of_epoch(id: Uuid, epoch: i64) -> Vec<u8> {
    [id.as_bytes().as_slice(), &epoch.to_be_bytes()].concat()
}

/// The envelope sender of a delivery: a bounce to it names the delivery, and cannot be made up.
#[must_use]
pub fn bounce_address(secret: &Secret, delivery: DeliveryId, domain: &str) -> String {
    format!("bounce+{}@{domain}", link_token(secret, Purpose::Bounce, delivery.0))
}

/// The Message-ID of the mail with this id: always the same, and telling neither id nor time.
#[must_use]
pub fn message_id(secret: &Secret, id: Uuid, domain: &str) -> String {
    let name = BASE32_NOPAD.encode(&code(secret, "message id", id.as_bytes())).to_ascii_lowercase();
    format!("<{name}@{domain}>")
}

/// The first 128 bits: they are beyond guessing, and the part of an address before the `@` has
/// no room for all 256 (64 octets, RFC 5321, 4.5.3.1.1).
fn code(secret: &Secret, purpose: &str, of: &[u8]) -> Vec<u8> {
    let mut context = hmac::Context::with_key(&secret.0);
    context.update(purpose.as_bytes());
    context.update(&[0]);
    context.update(of);
    context.sign().as_ref().iter().copied().take(CODE).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        Acting, Purpose, Secret, acting_token, bounce_address, link_token, link_token_of_two, message_id,
        read_link_token, read_link_token_of_two,
    };
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
    use proptest::sample::{Index, select};
    use snug_domain::DeliveryId;
    use uuid::Uuid;

    const PURPOSES: [Purpose; 6] =
        [Purpose::Mail, Purpose::Unsubscribe, Purpose::Mute, Purpose::Once, Purpose::Undo, Purpose::Bounce];

    fn secret() -> Secret {
        Secret::new(&[7; 32])
    }

    #[test]
    fn a_secret_does_not_show_itself() {
        assert_eq!(format!("{:?}", secret()), "Secret(…)");
    }

    #[test]
    fn an_envelope_sender_fits_and_survives_a_server_that_folds_its_case() {
        let id = Uuid::from_u128(42);
        let address = bounce_address(&secret(), DeliveryId(id), "mail.example.org");
        assert_eq!(address, address.to_lowercase());
        let token = address.strip_prefix("bounce+").and_then(|rest| rest.strip_suffix("@mail.example.org"));
        let token = token.expect("a token");
        assert!("bounce+".len() + token.len() <= 64, "longer than RFC 5321 allows");
        assert_eq!(read_link_token(&secret(), Purpose::Bounce, &token.to_uppercase()), Some(id));
    }

    #[test]
    fn a_message_id_is_stable_and_tells_nothing() {
        let id = Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001);
        let first = message_id(&secret(), id, "mail.example.org");
        assert_eq!(first, message_id(&secret(), id, "mail.example.org"));
        assert_eq!(first, "<2vb4rdn3hauj4wwuwwvclqbtum@mail.example.org>");
        assert!(!first.contains("0192"));
    }

    #[test]
    fn another_secret_reads_nothing() {
        let token = link_token(&secret(), Purpose::Mail, Uuid::from_u128(42));
        assert_eq!(read_link_token(&Secret::new(&[8; 32]), Purpose::Mail, &token), None);
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_for_its_purpose_and_no_other(
            id in any::<u128>(), purpose in select(&PURPOSES[..]), other in select(&PURPOSES[..])
        ) {
            let id = Uuid::from_u128(id);
            let token = link_token(&secret(), purpose, id);
            prop_assert_eq!(token.len(), if purpose == Purpose::Bounce { 52 } else { 43 });
            prop_assert_eq!(read_link_token(&secret(), other, &token), (purpose == other).then_some(id));
        }

        #[test]
        fn a_token_that_acts_for_a_person_does_so_in_their_epoch_alone(
            id in any::<u128>(), purpose in select(&PURPOSES[..]), other in select(&PURPOSES[..]),
            epoch in any::<i64>(), later in any::<i64>()
        ) {
            let id = Uuid::from_u128(id);
            let token = acting_token(&secret(), purpose, id, epoch);
            let acting = Acting::read(&secret(), other, &token);
            prop_assert_eq!(acting.map(|acting| acting.id), (purpose == other).then_some(id));
            if let Some(acting) = acting {
                prop_assert_eq!(acting.is_of_epoch(&secret(), later), later == epoch);
            }
            prop_assert_eq!(read_link_token(&secret(), purpose, &token), None, "and it is of a kind of its own");
            prop_assert_eq!(Acting::read(&secret(), purpose, &link_token(&secret(), purpose, id)), None);
        }

        #[test]
        fn a_token_of_two_is_read_for_its_purpose_and_none_of_one_is(
            one in any::<u128>(), other in any::<u128>(), place in any::<Index>(), put in "[a-zA-Z0-9_-]"
        ) {
            let (one, other) = (Uuid::from_u128(one), Uuid::from_u128(other));
            let token = link_token_of_two(&secret(), Purpose::Mute, (one, other));
            prop_assert_eq!(read_link_token_of_two(&secret(), Purpose::Mute, &token), Some((one, other)));
            prop_assert_eq!(read_link_token_of_two(&secret(), Purpose::Unsubscribe, &token), None);
            prop_assert_eq!(read_link_token(&secret(), Purpose::Mute, &token), None);
            prop_assert!(Acting::read(&secret(), Purpose::Mute, &token).is_none());
            let acting = acting_token(&secret(), Purpose::Mute, one, 1);
            prop_assert_eq!(read_link_token_of_two(&secret(), Purpose::Mute, &acting), None);
            let mut changed = token.clone();
            let place = place.index(token.len());
            changed.replace_range(place..=place, &put);
            if changed != token {
                prop_assert_eq!(read_link_token_of_two(&secret(), Purpose::Mute, &changed), None);
            }
        }

        #[test]
        fn a_token_with_any_character_changed_reads_as_nothing(
            id in any::<u128>(), purpose in select(&PURPOSES[..]), place in any::<Index>(), put in "[a-zA-Z0-9_-]"
        ) {
            let token = link_token(&secret(), purpose, Uuid::from_u128(id));
            let place = place.index(token.len());
            let mut changed = token.clone();
            changed.replace_range(place..=place, &put);
            let folded = purpose == Purpose::Bounce && changed.eq_ignore_ascii_case(&token);
            if changed != token && !folded {
                prop_assert_eq!(read_link_token(&secret(), purpose, &changed), None);
            }
        }

        #[test]
        fn a_token_that_acts_does_not_with_any_character_changed(
            id in any::<u128>(), place in any::<Index>(), put in "[a-zA-Z0-9_-]"
        ) {
            let token = acting_token(&secret(), Purpose::Mail, Uuid::from_u128(id), 1);
            let mut changed = token.clone();
            let place = place.index(token.len());
            changed.replace_range(place..=place, &put);
            let acts = Acting::read(&secret(), Purpose::Mail, &changed)
                .is_some_and(|acting| acting.is_of_epoch(&secret(), 1));
            prop_assert_eq!(acts, changed == token);
        }

        #[test]
        fn whatever_somebody_sends_is_no_token(text in any::<String>(), purpose in select(&PURPOSES[..])) {
            prop_assert!(read_link_token(&secret(), purpose, &text).is_none());
            prop_assert!(Acting::read(&secret(), purpose, &text).is_none());
            prop_assert!(read_link_token_of_two(&secret(), purpose, &text).is_none());
        }
    }
}
