//! Where the log goes, and how it looks. What may be in it at all is said in `snug_app::logging`.

use snug_app::logging::is_logged;
use std::io::{stderr, stdout};
use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::{MakeWriter, layer};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;

/// How a line of the log looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// An object of JSON, for machines.
    Json,
    /// Words, for people.
    Text,
}

/// Logs to standard output: for a program that serves.
pub fn start(level: LevelFilter, format: Format) {
    install(lines(level, format, stdout));
}

/// Logs only what went wrong, to standard error: for a command whose output is its answer.
pub fn start_quietly() {
    install(lines(LevelFilter::WARN, Format::Text, stderr));
}

fn install(lines: impl Layer<tracing_subscriber::Registry> + Send + Sync) {
    // A second start in one process leaves the first as it is.
    drop(tracing_subscriber::registry().with(lines).try_init());
}

fn lines<S, W>(level: LevelFilter, format: Format, writer: W) -> impl Layer<S> + Send + Sync
where
    S: Subscriber + for<'s> LookupSpan<'s>,
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = match format {
        Format::Json => layer().json().flatten_event(true).with_writer(writer).boxed(),
        Format::Text => layer().with_ansi(false).with_writer(writer).boxed(),
    };
    lines.with_filter(filter_fn(move |metadata| is_logged(metadata, level)).with_max_level_hint(level))
}

#[cfg(test)]
mod tests {
    use super::{Format, lines};
    use std::io::Write;
    use std::sync::{Arc, Mutex};
    use tracing::level_filters::LevelFilter;
    use tracing_subscriber::layer::SubscriberExt;

    /// A log that a test can read.
    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn logged(level: LevelFilter, format: Format, work: impl FnOnce()) -> String {
        let kept = Kept::default();
        let writer = kept.clone();
        let subscriber = tracing_subscriber::registry().with(lines(level, format, move || writer.clone()));
        tracing::subscriber::with_default(subscriber, work);
        String::from_utf8(kept.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn the_chosen_level_is_for_our_own_crates_and_others_only_warn() {
        let log = logged(LevelFilter::TRACE, Format::Text, || {
            tracing::trace!(target: "snug_app::conversations", "ours");
            tracing::info!(target: "some_library", "somebody's address");
            tracing::trace!(target: "snugly", "not ours");
            tracing::warn!(target: "hyper", "a warning");
        });
        assert!(log.contains("ours") && log.contains("a warning"), "{log}");
        assert!(!log.contains("somebody's address") && !log.contains("not ours"), "{log}");
    }

    #[test]
    fn a_line_for_machines_is_one_object_with_the_fields_in_it() {
        let log = logged(LevelFilter::INFO, Format::Json, || {
            tracing::info!(target: "snug_server", port = 8080, "serving");
            tracing::debug!(target: "snug_server", "too much");
        });
        let line: serde_json::Value = serde_json::from_str(&log).unwrap();
        assert_eq!((&line["message"], &line["port"]), (&"serving".into(), &8080.into()));
    }
}
