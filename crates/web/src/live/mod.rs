//! Live events: server-sent events that open pages and programs follow.
//!
//! A stream tells what changed after the number it was opened with, then waits for news. It ends
//! when the session it came with ends, or the program stops; whoever follows opens it again from
//! the last number it heard.

mod page_stream;
mod pulse;
mod streams;
mod teller;

pub(crate) use page_stream::page_stream;
pub(crate) use teller::{Listener, Teller, last_event_id};
