//! Five people do things in any order, in a conversation of several; beside them runs a model of what each may see,
//! written without the program. Nobody is ever shown a word that is not theirs, at any door.

mod alike;
mod doors;
mod model;
mod order;
mod shown;
mod world;

use doors::Doors;
use futures_util::FutureExt;
use model::{Expect, Model};
use order::{Order, Step};
use snug_app::Error;
use snug_testkit::seconds;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use world::{World, word};

/// Steps of an order.
const LENGTH: usize = 30;

/// How many orders, unless `SNUG_TEST_ORDERS` says otherwise.
const ORDERS: u64 = 20;

#[expect(clippy::disallowed_methods, reason = "how long to look is said by whoever starts the tests")]
fn orders() -> u64 {
    std::env::var("SNUG_TEST_ORDERS").ok().and_then(|number| number.parse().ok()).unwrap_or(ORDERS)
}

/// How often each kind of step was done, and how often refused.
type Tally = BTreeMap<String, (usize, usize)>;

/// Lives through an order, and compares after each step.
async fn live(order: &Order, tally: &mut Tally) {
    let mut world = World::new(order).await;
    let title = if order.is_titled { word(9_000) } else { String::new() };
    let mut model = Model::begun(&order.asked, &title, &word(0), world.now());
    let mut doors = Doors::default();
    shown::compare(&world, &model).await;
    for (place, (number, step)) in order.steps.iter().enumerate() {
        world.site.wait(seconds(1));
        take(&mut world, &mut model, (*number, *step), tally).await;
        if matches!(step, Step::Wait(_)) {
            doors.read_mails(&world, &model);
        }
        shown::compare(&world, &model).await;
        if place == LENGTH / 2 {
            doors.compare(&world, &model).await;
        }
    }
    world.site.advance(seconds(30)).await;
    doors.read_mails(&world, &model);
    doors.compare(&world, &model).await;
}

async fn take(world: &mut World, model: &mut Model, (number, step): (usize, Step), tally: &mut Tally) {
    let (now, next) = (world.now(), model.entries.len());
    let (meant, expected) = (model.meant(step, now), model.expects(step, now));
    let before = match expected {
        Expect::Done => None,
        Expect::Refused | Expect::Either => Some(world.site.rows().await),
    };
    let kind = format!("{step:?}").split('(').next().unwrap_or_default().to_owned();
    let counted = tally.entry(kind).or_default();
    match world.take((number, step), meant, next).await {
        Ok(()) => {
            assert!(expected != Expect::Refused, "{step:?} was done");
            counted.0 += 1;
            model.apply(step, meant, &word(number), now);
        }
        Err(Error::Refused(_) | Error::NotFound | Error::Invalid(_) | Error::CannotAsk(_) | Error::TooMany { .. }) => {
            assert!(expected != Expect::Done, "{step:?} was refused");
            counted.1 += 1;
            world.site.rows().await.assert_same(&before.expect("rows"), "what was refused");
        }
        Err(fault) => panic!("{step:?}: {fault:?}"),
    }
}

/// Lives through it, and says whether that went well.
async fn goes_well(order: &Order) -> bool {
    AssertUnwindSafe(live(order, &mut Tally::new())).catch_unwind().await.is_ok()
}

/// The same order without the steps that make no difference to how it fails.
async fn shortened(mut order: Order) -> Order {
    for place in (0..order.steps.len()).rev() {
        let shorter = order.without(place);
        if !goes_well(&shorter).await {
            order = shorter;
        }
    }
    order
}

async fn live_through(seeds: impl Iterator<Item = u64>) -> Tally {
    let (mut tally, mut failed) = (Tally::new(), Vec::new());
    for seed in seeds {
        let order = Order::of(seed, LENGTH);
        if AssertUnwindSafe(live(&order, &mut tally)).catch_unwind().await.is_err() {
            failed.push(seed);
        }
    }
    if let Some(seed) = failed.first() {
        let order = shortened(Order::of(*seed, LENGTH)).await;
        println!("These seeds fail: {failed:?}. The first of them, without what makes no difference:\n{order:#?}");
        live(&order, &mut Tally::new()).await;
    }
    assert!(failed.is_empty(), "a shorter order did not fail");
    tally
}

#[tokio::test]
async fn whatever_people_do_in_any_order_nobody_is_shown_a_word_that_is_not_theirs() {
    let tally = live_through(0..orders()).await;
    // A few orders alone do not have every step.
    for (kind, (done, _)) in tally.iter().filter(|_| orders() >= ORDERS) {
        assert!(*done > 0, "guard: {kind} was done at least once");
    }
    let refused: usize = tally.values().map(|(_, refused)| refused).sum();
    assert!(refused > 0, "guard: something was refused");
}
