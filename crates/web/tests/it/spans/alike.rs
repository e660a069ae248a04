//! Declining is silent in a conversation of several too: two lives that differ only in that somebody declined, and
//! in the other did not answer, read the same to everybody else, to the byte.

use super::doors::{Doors, PATHS, STREAMS, ask, follow};
use super::model::{Expect, Model};
use super::order::{Dice, Order, PEOPLE, Step, Who};
use super::world::{World, word};
use super::{LENGTH, orders};
use crate::declined::Names;
use snug_testkit::seconds;

/// What somebody read and heard, place by place.
type Read = Vec<(String, String)>;

/// The order with a decline in it, and who declines.
fn with_a_decline(seed: u64) -> (Order, Who) {
    let mut order = Order::of(seed, LENGTH);
    let mut dice = Dice(seed ^ 0xD0);
    let who = order.asked[dice.roll(order.asked.len())];
    // Early on, so that much can come of it; later ones are in the order anyway.
    order.steps.insert(dice.roll(4), (8_000, Step::Decline(who)));
    (order, who)
}

/// Lives through the order, in which this one declines or does not answer, and returns what all others read at its
/// checkpoints; and whether anything was declined.
async fn read_by_the_others(order: &Order, decliner: Who, declines: bool) -> (Vec<Read>, bool) {
    let mut world = World::new(order).await;
    let title = if order.is_titled { word(9_000) } else { String::new() };
    let mut model = Model::begun(&order.asked, &title, &word(0), world.now());
    let (mut doors, mut read, mut has_declined) = (Doors::default(), vec![Read::new(); PEOPLE], false);
    for (place, (number, step)) in order.steps.iter().enumerate() {
        world.site.wait(seconds(1));
        let is_silent = matches!(step, Step::Decline(who) | Step::UndoDecline(who) if *who == decliner);
        if !is_silent || declines {
            let (now, next) = (world.now(), model.entries.len());
            let (meant, expected) = (model.meant(*step, now), model.expects(*step, now));
            let done = world.take((*number, *step), meant, next).await.is_ok();
            has_declined |= is_silent && done && expected == Expect::Done;
            if done {
                model.apply(*step, meant, &word(*number), now);
            }
        }
        if place % 8 == 7 {
            look(&world, &mut doors, decliner, &mut read).await;
        }
    }
    world.site.advance(seconds(30)).await;
    look(&world, &mut doors, decliner, &mut read).await;
    let mut named = Vec::new();
    for (who, read) in read.into_iter().enumerate().filter(|(who, _)| *who != decliner) {
        let mut names = Names::of(&doors.browser(&world, who).await);
        let read = read.into_iter().map(|(place, text)| (place, names.name(&text)));
        named.push(read.collect());
    }
    (named, has_declined)
}

async fn look(world: &World, doors: &mut Doors, decliner: Who, read: &mut [Read]) {
    let mails = world.site.sent_mails();
    for who in (0..PEOPLE).filter(|who| *who != decliner) {
        let browser = doors.browser(world, who).await;
        for path in PATHS {
            let answer = ask(&browser, world, path).await;
            read[who].push((format!("{who} at {path}"), format!("{}\n{}", answer.status(), answer.body)));
        }
        for path in STREAMS {
            read[who].push((format!("{who} at {path}"), follow(&browser, world, who, path).await));
        }
        let own = mails.iter().filter(|mail| mail.to.contains(&world.people[who].address()));
        let own = own.map(|mail| format!("{}\n{}\n", mail.subject, mail.text));
        read[who].push((format!("mails of {who}"), without_tokens(&own.collect::<String>())));
    }
}

/// Without the signed tokens of links, which are made of ids.
fn without_tokens(text: &str) -> String {
    let is_of_token = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let parts = text.split_inclusive(|letter| !is_of_token(letter)).map(|part| {
        let token = part.trim_end_matches(|letter| !is_of_token(letter));
        if token.len() > 40 { part.replace(token, "{token}") } else { part.to_owned() }
    });
    parts.collect()
}

#[tokio::test]
async fn whether_somebody_declined_or_did_not_answer_reads_the_same_to_all_others() {
    let mut declined = 0;
    for seed in 0..orders().div_ceil(4) {
        let (order, decliner) = with_a_decline(seed);
        let (read, has_declined) = read_by_the_others(&order, decliner, true).await;
        let (expected, _) = read_by_the_others(&order, decliner, false).await;
        declined += usize::from(has_declined);
        for ((place, read), (_, expected)) in read.iter().flatten().zip(expected.iter().flatten()) {
            assert_eq!(read, expected, "seed {seed}, {decliner} declines: {place}\n{order:#?}");
        }
        assert_eq!(read.len(), expected.len());
    }
    assert!(declined > 0, "guard: somebody declined");
}
