use super::report::Report;
use snug_domain::{CLOCKS_AGREE_WITHIN, Span, Timestamp};
use snug_store::Database;
use snug_store::times::{self, Times};

/// The clock of this machine, beside that of the database and what was written last.
pub(super) async fn check(database: &Database, now: Timestamp, report: &mut Report) {
    let found: Result<Times, snug_store::Error> = database.read(times::find).await;
    match found.map(|times| wrong_clock(times, now)) {
        Ok(None) => report.fine("clock", format!("it is {}", now.to_rfc3339())),
        Ok(Some(wrong)) => report.doubtful("clock", wrong),
        Err(fault) => report.wrong("clock", fault),
    }
}

/// What is wrong with a clock that says it is now, if anything can be told.
pub(in crate::commands) fn wrong_clock(times: Times, now: Timestamp) -> Option<String> {
    let apart = times.server - now;
    if apart.0.abs() > CLOCKS_AGREE_WITHIN.0 {
        let (seconds, way) = (apart.0.abs() / 1_000, if apart.0 > 0 { "behind" } else { "ahead of" });
        return Some(format!(
            "the clock of this machine is {seconds} seconds {way} that of the database; let both follow a time server"
        ));
    }
    let last = times.last_change.filter(|last| !last.is_plausible(now, Span(0)))?;
    Some(format!(
        "it is {} here, and something was written at {}: the clock is behind now, or was ahead then; let it follow a time \
         server. Times from the future count for nothing",
        now.to_rfc3339(),
        last.to_rfc3339()
    ))
}

#[cfg(test)]
mod tests {
    use super::wrong_clock;
    use snug_domain::{Span, Timestamp};
    use snug_store::times::Times;

    #[test]
    fn a_clock_is_wrong_that_is_apart_from_the_databases_or_before_what_was_written() {
        let now = Timestamp(1_800_000_000_000);
        let found = |server, last| wrong_clock(Times { server: now + server, last_change: last }, now);
        assert_eq!(found(Span::seconds(30), None), None);
        assert_eq!(found(Span(0), Some(now - Span::days(30))), None);
        assert!(found(Span::minutes(5), None).is_some_and(|wrong| wrong.contains("300 seconds behind")));
        assert!(found(Span::minutes(-5), None).is_some_and(|wrong| wrong.contains("300 seconds ahead of")));
        assert!(found(Span(0), Some(now + Span::days(30))).is_some_and(|wrong| wrong.contains("was ahead then")));
    }
}
