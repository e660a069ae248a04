//! What is measured just now, told while it runs: one line that changes in a terminal, a line each elsewhere.

use anyhow::Result;
use indicatif::{HumanDuration, ProgressBar, ProgressStyle};
use std::time::{Duration, Instant};

/// Tells on the standard error, so that the report can be kept without it.
#[derive(Debug, Clone)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(crate) fn new() -> Result<Self> {
        let style = ProgressStyle::with_template("{elapsed_precise}  {wide_msg}")?;
        Ok(Self { bar: ProgressBar::new_spinner().with_style(style) })
    }

    /// Says what is done from now on.
    pub(crate) fn say(&self, what: &str) {
        if self.bar.is_hidden() {
            eprintln!("{what}");
            return;
        }
        // Not from the beginning: until there is something to say there is no line.
        self.bar.enable_steady_tick(Duration::from_secs(1));
        self.bar.set_message(what.to_owned());
    }

    /// The numbers of so many runs, each said as it begins.
    pub(crate) fn runs(&self, what: &str, count: usize) -> impl Iterator<Item = usize> + use<> {
        let (progress, what, began) = (self.clone(), what.to_owned(), Instant::now());
        (1..=count).inspect(move |number| {
            let rest = rest(began.elapsed(), number - 1, count)
                .map(|rest| format!(", {} to go", HumanDuration(rest)))
                .unwrap_or_default();
            progress.say(&format!("{what}: run {number} of {count}{rest}"));
        })
    }

    /// Takes the line away.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// How long the other runs take if they take as long as those that are done; `None` before the first is.
fn rest(took: Duration, done: usize, count: usize) -> Option<Duration> {
    let (done, left) = (u32::try_from(done).ok()?, u32::try_from(count - done).ok()?);
    Some(took.checked_div(done)? * left)
}

#[cfg(test)]
mod tests {
    use super::rest;
    use std::time::Duration;

    #[test]
    fn what_is_left_takes_as_long_as_what_was_done() {
        assert_eq!(rest(Duration::ZERO, 0, 3), None, "nothing is known before the first run");
        assert_eq!(rest(Duration::from_secs(10), 2, 5), Some(Duration::from_secs(15)));
    }
}
