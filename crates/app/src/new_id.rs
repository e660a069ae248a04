use snug_domain::Timestamp;
use uuid::{NoContext, Uuid};

/// A new id: a UUIDv7 of this time, its other bits random.
#[must_use]
pub fn new_id<T: From<Uuid>>(now: Timestamp) -> T {
    let milliseconds = u64::try_from(now.0).unwrap_or(0);
    let nanoseconds = u32::try_from(milliseconds % 1_000).unwrap_or(0) * 1_000_000;
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, milliseconds / 1_000, nanoseconds)).into()
}
