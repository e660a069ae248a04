//! The signature by which other servers know that a mail is ours (DKIM, RFC 6376 and 8463).
//!
//! A key is read once, at start. Nothing here reads a file or asks the DNS.

mod fields;
mod public_key;
mod sign;

use data_encoding::BASE64;
use mail_auth::common::crypto::{Ed25519Key, RsaKey, Sha256};
use public_key::public_key_info;
use rustls_pki_types::PrivateKeyDer;
use rustls_pki_types::pem::PemObject;

/// Why a key cannot be used. Never says anything of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// Not a private key in PEM.
    #[error("the DKIM key is not a private key in PEM")]
    NotPem,
    /// Neither Ed25519 nor RSA, damaged, or shorter than RFC 8301 asks for.
    #[error("the DKIM key is neither an Ed25519 key nor an RSA key of 2048 to 4096 bits")]
    Unusable,
    /// The key would not sign.
    #[error("the DKIM key does not sign")]
    DoesNotSign,
}

/// A key that mails are signed with, and where its public half is published.
pub struct DkimKey {
    domain: String,
    selector: String,
    key: Key,
}

enum Key {
    Rsa(RsaKey<Sha256>),
    Ed25519(Ed25519Key),
}

impl DkimKey {
    /// A new Ed25519 key, as PEM.
    ///
    /// Small and fast, but not every large provider verifies it yet; an operator who sends to
    /// those makes an RSA key with `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048`.
    pub fn generate() -> Result<String, KeyFault> {
        let key = Ed25519Key::generate_pkcs8().map_err(|_| KeyFault::Unusable)?;
        let lines: Vec<String> =
            BASE64.encode(&key).as_bytes().chunks(64).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
        Ok(format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", lines.join("\n")))
    }

    /// The key in this PEM (PKCS #8, or PKCS #1 for RSA), signing for this domain.
    pub fn from_pem(domain: &str, selector: &str, pem: &str) -> Result<Self, KeyFault> {
        let der = PrivateKeyDer::from_pem_slice(pem.as_bytes()).map_err(|_| KeyFault::NotPem)?;
        // OpenSSL writes Ed25519 keys without their public half, which ring calls "unchecked".
        let key = match Ed25519Key::from_pkcs8_maybe_unchecked_der(der.secret_der()) {
            Ok(key) => Key::Ed25519(key),
            Err(_) => Key::Rsa(RsaKey::from_key_der(der).map_err(|_| KeyFault::Unusable)?),
        };
        Ok(Self { domain: domain.to_owned(), selector: selector.to_owned(), key })
    }

    /// The domain it signs for.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The name of the DNS record to publish: `snug._domainkey.mail.example.org`.
    #[must_use]
    pub fn dns_name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    /// The text of the DNS record to publish.
    #[must_use]
    pub fn dns_record(&self) -> String {
        match &self.key {
            Key::Rsa(key) => format!("v=DKIM1; k=rsa; p={}", BASE64.encode(&public_key_info(&key.public_key()))),
            Key::Ed25519(key) => format!("v=DKIM1; k=ed25519; p={}", BASE64.encode(&key.public_key())),
        }
    }
}

/// Shows nothing of the key.
impl std::fmt::Debug for DkimKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DkimKey(…)")
    }
}
