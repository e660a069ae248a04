//! What was measured: figures, each with its unit and its spread over the runs.

use serde::Serialize;
use std::time::Duration;

/// Whose figure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Variant {
    Sqlite,
    Postgres,
    Prosody,
    Synapse,
    /// What could be reached at most, with nothing of ours in the way.
    Limit,
}

impl Variant {
    /// In the order in which they are told.
    pub(crate) const ALL: [Self; 5] = [Self::Sqlite, Self::Postgres, Self::Prosody, Self::Synapse, Self::Limit];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Prosody => "prosody",
            Self::Synapse => "synapse",
            Self::Limit => "limit",
        }
    }
}

/// A figure of one run.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    pub(crate) value: f64,
}

impl Figure {
    pub(crate) fn new(name: impl Into<String>, unit: &'static str, value: f64) -> Self {
        Self { name: name.into(), unit, value }
    }
}

/// A count, as figures have it.
#[expect(clippy::cast_precision_loss, reason = "nothing is counted up to 2^52")]
pub(crate) const fn number(count: usize) -> f64 {
    count as f64
}

/// A figure over all runs.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Measured {
    pub(crate) workload: String,
    pub(crate) variant: Variant,
    pub(crate) figure: String,
    pub(crate) unit: &'static str,
    pub(crate) median: f64,
    pub(crate) min: f64,
    pub(crate) max: f64,
    pub(crate) runs: usize,
}

/// Everything measured until now.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    found: Vec<(String, Variant, Figure)>,
}

impl Figures {
    /// Adds the figures of one run.
    pub(crate) fn add(&mut self, workload: &str, variant: Variant, figures: Vec<Figure>) {
        self.found.extend(figures.into_iter().map(|figure| (workload.to_owned(), variant, figure)));
    }

    /// Every figure once, in the order in which they were first measured.
    pub(crate) fn measured(&self) -> Vec<Measured> {
        let mut measured: Vec<Measured> = Vec::new();
        for (workload, variant, figure) in &self.found {
            let known =
                |one: &Measured| one.workload == *workload && one.variant == *variant && one.figure == figure.name;
            if measured.iter().any(known) {
                continue;
            }
            let mut values: Vec<f64> = self
                .found
                .iter()
                .filter(|(at, of, other)| at == workload && of == variant && other.name == figure.name)
                .map(|(_, _, figure)| figure.value)
                .collect();
            values.sort_by(f64::total_cmp);
            measured.push(Measured {
                workload: workload.clone(),
                variant: *variant,
                figure: figure.name.clone(),
                unit: figure.unit,
                median: middle(&values),
                min: values.first().copied().unwrap_or(f64::NAN),
                max: values.last().copied().unwrap_or(f64::NAN),
                runs: values.len(),
            });
        }
        measured
    }
}

fn middle(sorted: &[f64]) -> f64 {
    let half = sorted.len() / 2;
    match (sorted.get(half), half.checked_sub(1).and_then(|before| sorted.get(before))) {
        (Some(above), Some(below)) if sorted.len().is_multiple_of(2) => f64::midpoint(*below, *above),
        (Some(value), _) => *value,
        (None, _) => f64::NAN,
    }
}

/// How long many things took.
#[derive(Debug, Default)]
pub(crate) struct Times {
    sorted: Vec<Duration>,
}

impl FromIterator<Duration> for Times {
    fn from_iter<T: IntoIterator<Item = Duration>>(times: T) -> Self {
        let mut sorted: Vec<Duration> = times.into_iter().collect();
        sorted.sort_unstable();
        Self { sorted }
    }
}

impl Times {
    /// What so many percent of them took at most, in milliseconds (nearest rank).
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.sorted.len() * percent).div_ceil(100).max(1);
        self.sorted.get(rank - 1).map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
    }

    /// Their 50th and 99th percentile, as two figures.
    pub(crate) fn figures(&self, name: &str) -> Vec<Figure> {
        [50, 99].map(|percent| Figure::new(format!("{name} p{percent}"), "ms", self.percentile(percent))).into()
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, Figures, Times, Variant};
    use std::time::Duration;

    #[test]
    fn a_percentile_is_what_so_many_took_at_most() {
        let times: Times = (1..=200).rev().map(Duration::from_millis).collect();
        assert_eq!(times.percentile(50), 100.0);
        assert_eq!(times.percentile(99), 198.0);
        assert_eq!(times.percentile(100), 200.0);
        let one: Times = [Duration::from_millis(7)].into_iter().collect();
        assert_eq!((one.percentile(50), one.percentile(99)), (7.0, 7.0));
    }

    #[test]
    fn a_figure_has_its_median_and_spread_over_the_runs() {
        let mut figures = Figures::default();
        for value in [3.0, 1.0, 2.0, 10.0] {
            figures.add("send 16", Variant::Sqlite, vec![Figure::new("messages/s", "messages/s", value)]);
        }
        let spread = figures.measured().into_iter().map(|one| (one.median, one.min, one.max, one.runs));
        assert_eq!(spread.collect::<Vec<_>>(), [(2.5, 1.0, 10.0, 4)]);
    }
}
