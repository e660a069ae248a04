//! `kill -9` in the middle of sends: every message answered with 201 is there, and none twice.
//!
//! A few kills in every run; `SNUG_TEST_KILLS=200` for the long one.

mod ledger;
mod senders;

use crate::installation::Installation;
use ledger::Ledger;
use senders::Talk;

#[tokio::test]
async fn what_was_answered_survives_a_kill_on_sqlite() {
    survive(Installation::on_sqlite().with_riverside()).await;
}

#[tokio::test]
async fn what_was_answered_survives_a_kill_on_postgresql() {
    survive(Installation::on_postgres().with_riverside()).await;
}

async fn survive(installation: Installation) {
    let serve = || installation.serve_with(&[("SNUG_LIMITS_ENABLED", "false")]);
    let running = serve();
    let talk = Talk::begin(&installation, &running).await;
    running.kill();

    let mut ledger = Ledger::default();
    for kill in 0..kills() {
        let running = serve();
        talk.try_again(&running, &mut ledger).await;
        // Each time at another moment, early and late.
        talk.send_until_killed(running, 1 + kill * 7 % 40, &mut ledger).await;
    }
    let running = serve();
    talk.try_again(&running, &mut ledger).await;
    assert!(ledger.interrupted > 0, "no send was ever interrupted: the test would pass for nothing");
    ledger.compare(&talk.list(&running).await);
    talk.try_everything_again(&running, &ledger).await;
    ledger.compare(&talk.list(&running).await);
}

#[expect(clippy::disallowed_methods, reason = "how long to test is said by whoever starts the tests")]
fn kills() -> usize {
    std::env::var("SNUG_TEST_KILLS").map_or(5, |kills| kills.parse().unwrap())
}
