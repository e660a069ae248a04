pub(crate) use super::line::Asker;
use super::line::{Line, Place};
use crate::cores::half_of_the_cores;
use crate::{Error, PasswordCost};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use snug_domain::account::normalise_password;

/// Hashes and checks passwords with argon2id, a few at a time: each takes 19 MiB and a core.
#[derive(Clone)]
pub(crate) struct Passwords {
    cost: PasswordCost,
    line: Line,
    lookups: Line,
}

impl Passwords {
    pub(crate) fn new(cost: PasswordCost) -> Self {
        Self { cost, line: Line::new(half_of_the_cores()), lookups: Line::without_end(1) }
    }

    /// A turn to look up whose attempt it is, and whether one more may be made: one at a time, by networks. However many
    /// guess, they take one of the database's threads and no more. Nobody is turned away here, since nobody is known
    /// yet: it could be the owner.
    pub(super) async fn turn(&self, network: String) -> Result<Place, Error> {
        self.lookups.enter(Asker::Stranger(network)).await.ok_or(Error::Busy)
    }

    /// The hash of a password, to be kept.
    pub(crate) async fn hash(&self, password: &str, asker: Asker) -> Result<String, Error> {
        let (cost, password) = (self.cost, normalise_password(password));
        self.work(asker, move || {
            let hash = hasher(cost)?.hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string()).map_err(|fault| anyhow::anyhow!("argon2: {fault}"))
        })
        .await
    }

    /// Whether a password is the one of this hash. Without a hash the same work is done, so that
    /// the time tells nobody whether an address is known.
    pub(crate) async fn verify(&self, password: &str, hash: Option<String>, asker: Asker) -> Result<bool, Error> {
        let (cost, password) = (self.cost, normalise_password(password));
        self.work(asker, move || {
            let hasher = hasher(cost)?;
            let Some(hash) = hash else {
                let _ = hasher.hash_password(password.as_bytes());
                return Ok(false);
            };
            let hash = PasswordHash::new(&hash).map_err(|fault| anyhow::anyhow!("stored hash: {fault}"))?;
            Ok(hasher.verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        asker: Asker,
        work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
    ) -> Result<T, Error> {
        let place = self.line.enter(asker).await.ok_or(Error::Busy)?;
        // The place is held until the work is done, also where nobody waits for it any more.
        let worked = tokio::task::spawn_blocking(move || {
            let _place = place;
            work()
        })
        .await;
        worked.map_err(|fault| Error::Internal(fault.into()))?.map_err(Error::Internal)
    }
}

fn hasher(cost: PasswordCost) -> anyhow::Result<Argon2<'static>> {
    let params = match cost {
        // OWASP's Password Storage Cheat Sheet, 2024: 19 MiB, two passes, one lane.
        PasswordCost::Full => Params::new(19 * 1_024, 2, 1, None),
        PasswordCost::Least => Params::new(8, 1, 1, None),
    };
    let params = params.map_err(|fault| anyhow::anyhow!("argon2: {fault}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
