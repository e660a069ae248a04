use data_encoding::BASE64URL_NOPAD;
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};

/// A secret that its holder shows to be let in: of a session, or of the API. Kept as a hash only.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// 256 random bits, after a word that tells what it is.
    pub(crate) fn random(prefix: &str) -> Result<Self, crate::Error> {
        let mut bytes = [0; 32];
        let drawn = SystemRandom::new().fill(&mut bytes);
        drawn.map_err(|_| crate::Error::Internal(anyhow::anyhow!("the system gives no random bytes")))?;
        Ok(Self(format!("{prefix}{}", BASE64URL_NOPAD.encode(&bytes))))
    }

    /// The token somebody shows.
    #[must_use]
    pub fn shown(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The token itself: shown to its holder once.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The mark that a browser keeps beyond the session of this token. The token cannot be found from it.
    #[must_use]
    pub fn mark(&self) -> Self {
        let marked = digest(&SHA256, format!("mark of {}", self.0).as_bytes());
        Self(BASE64URL_NOPAD.encode(marked.as_ref()))
    }

    /// What is kept of it. A plain hash will do: there are too many tokens to guess one.
    pub(crate) fn hash(&self) -> Vec<u8> {
        digest(&SHA256, self.0.as_bytes()).as_ref().to_vec()
    }
}

/// A token does not go to a log.
impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Token(…)")
    }
}
