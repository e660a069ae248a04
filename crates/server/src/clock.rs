//! The clock of the machine: the one place of the program that asks what time it is.

use snug_app::Clock;
use snug_domain::Timestamp;

/// A clock that tells the real time.
#[must_use]
pub fn machine_clock() -> Clock {
    #[expect(clippy::disallowed_methods, reason = "here the program's one clock is made")]
    Clock::new(|| Timestamp(jiff::Timestamp::now().as_millisecond()))
}
