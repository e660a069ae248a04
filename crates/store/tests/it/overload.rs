//! What happens when more comes than can be done.

use crate::{make_notes, note, numbers};
use snug_store::Error;
use snug_store::testing::TestDatabase;
use std::sync::{Arc, Barrier};
use std::task::{Context, Poll, Waker};
use std::thread::sleep;
use std::time::Duration;

#[tokio::test]
async fn what_waited_too_long_is_refused_and_not_done_but_for_what_takes_a_moment() {
    let database = TestDatabase::sqlite();
    make_notes(&database).await;
    let begun = Arc::new(Barrier::new(2));
    let inside = Arc::clone(&begun);
    let mut busy = Box::pin(database.write::<_, Error, _>(move |_| {
        inside.wait();
        sleep(Duration::from_millis(2_500));
        Ok(())
    }));
    let mut context = Context::from_waker(Waker::noop());
    assert!(busy.as_mut().poll(&mut context).is_pending());
    begun.wait();

    let mut waiting = Vec::new();
    for number in 0..300 {
        let mut next = Box::pin(database.write(move |tx| note(tx, number)));
        assert!(next.as_mut().poll(&mut context).is_pending());
        waiting.push(next);
    }
    busy.await.unwrap();
    for (place, answer) in waiting.into_iter().enumerate() {
        let expected = if place < 44 { Err(Error::Overloaded) } else { Ok(1) };
        assert_eq!(answer.await, expected, "the oldest of more than 256, at place {place}");
    }
    assert_eq!(database.read(numbers).await.unwrap(), (44..300).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_full_queue_answers_at_once() {
    let database = TestDatabase::sqlite();
    make_notes(&database).await;
    let (begun, held) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let (inside, inside_held) = (Arc::clone(&begun), Arc::clone(&held));
    let mut busy = Box::pin(database.write::<_, Error, _>(move |_| {
        inside.wait();
        inside_held.wait();
        Ok(())
    }));
    let mut context = Context::from_waker(Waker::noop());
    assert!(busy.as_mut().poll(&mut context).is_pending());
    begun.wait();

    let mut waiting = Vec::new();
    let refused = loop {
        let mut next = Box::pin(database.write(|tx| note(tx, 1)));
        match next.as_mut().poll(&mut context) {
            Poll::Pending => waiting.push(next),
            Poll::Ready(answer) => break answer,
        }
    };
    assert_eq!(refused, Err(Error::Overloaded));
    assert_eq!(waiting.len(), 10_000);

    held.wait();
    busy.await.unwrap();
    for (place, answer) in waiting.into_iter().enumerate() {
        assert_eq!(answer.await.is_ok(), place == 0, "the one row can be added once, by the first who came");
    }
    assert!(database.check().await.is_ok());
}
