//! A moment as shown: exact for machines, UTC text until the browser says it in the reader's zone.

use snug_domain::Timestamp;

/// A moment as shown.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The moment for machines: `2026-11-21T20:48:00Z`.
    pub datetime: String,
    /// The moment for people whose browser runs no script: `2026-11-21 20:48 UTC`.
    pub text: String,
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
        Self {
            datetime: at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            text: at.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;
    use snug_domain::Timestamp;

    #[test]
    fn a_moment_says_its_zone() {
        let moment = Moment::from(Timestamp(1_795_294_080_000));
        assert_eq!(moment.datetime, "2026-11-21T20:48:00Z");
        assert_eq!(moment.text, "2026-11-21 20:48 UTC");
    }
}
