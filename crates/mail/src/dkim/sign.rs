//! Signing one mail.

use super::{DkimKey, Key, KeyFault};
use crate::dkim::fields::Fields;
use mail_auth::common::crypto::{Algorithm, SigningKey};
use mail_auth::common::headers::{HeaderWriter, Writable};
use mail_auth::dkim::Signature;
use snug_domain::Timestamp;

/// The headers a signature covers. One that is missing is covered as missing, so that nobody can
/// add it; those that mail programs show stand twice, so that nobody can add a second one.
const SIGNED: [&str; 17] = [
    "From",
    "From",
    "To",
    "To",
    "Subject",
    "Subject",
    "Date",
    "Message-ID",
    "Reply-To",
    "In-Reply-To",
    "References",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Auto-Submitted",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
];

impl DkimKey {
    /// The header to put before this mail, as of this time.
    ///
    /// Put together here and not by the signer of mail-auth, which takes the time from the
    /// machine: a letter composed again has to give the same bytes.
    pub(crate) fn sign(&self, mail: &[u8], now: Timestamp) -> Result<Vec<u8>, KeyFault> {
        match &self.key {
            Key::Rsa(key) => self.sign_with(key, mail, now),
            Key::Ed25519(key) => self.sign_with(key, mail, now),
        }
    }

    fn sign_with(&self, key: &impl SigningKey, mail: &[u8], now: Timestamp) -> Result<Vec<u8>, KeyFault> {
        let mut signature = self.unsigned(key.algorithm(), now);
        let (_, headers, names, body) = signature.canonicalize(Fields::of(mail));
        signature.h = names;
        signature.bh = key.hash(body).as_ref().to_vec();
        let mut signed = Vec::new();
        headers.write(&mut signed);
        signature.write(&mut signed, false);
        signature.b = key.sign(signed.as_slice()).map_err(|_| KeyFault::DoesNotSign)?;
        Ok(signature.to_header().into_bytes())
    }

    fn unsigned(&self, algorithm: Algorithm, now: Timestamp) -> Signature {
        Signature {
            v: 1,
            a: algorithm,
            d: self.domain.clone(),
            s: self.selector.clone(),
            h: SIGNED.map(String::from).to_vec(),
            t: u64::try_from(now.0 / 1_000).unwrap_or_default(),
            ..Signature::default()
        }
    }
}
