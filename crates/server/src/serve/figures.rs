use anyhow::Context;
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use snug_app::App;
use std::sync::Arc;

/// Seconds a request may take, as far as anybody wants to tell them apart.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];
/// The same of a job, which may have a whole community to look after.
const JOB_SECONDS: [f64; 6] = [0.01, 0.1, 1.0, 10.0, 60.0, 600.0];

/// The figures that operators watch, as Prometheus reads them.
#[derive(Clone)]
pub(crate) struct Figures {
    recorded: PrometheusHandle,
}

impl Figures {
    /// Records from now on what every part of this process counts; once a process.
    pub(crate) fn record() -> anyhow::Result<Self> {
        let recorded = builder()
            .context("could not set the histogram buckets")?
            .install_recorder()
            .context("a metrics recorder is already installed")?;
        metrics::describe_gauge!("snug_live_streams", "Event streams that are open on this node.");
        metrics::describe_counter!("snug_deliveries_total", "Mails, by what became of them.");
        metrics::describe_gauge!("snug_deliveries_held", "Mails held up by a fault of our own set-up, by fault.");
        metrics::describe_counter!("snug_digests_total", "Digests written.");
        metrics::describe_counter!("snug_unreadable_rows_total", "Rows left out that cannot be read, by column.");
        metrics::describe_histogram!("snug_job_seconds", "How long the work took that comes round again, by job.");
        Ok(Self { recorded })
    }

    /// Writes them, with what is true of this app just now.
    pub(super) fn written_with(self, app: App) -> Arc<dyn Fn() -> String + Send + Sync> {
        Arc::new(move || {
            let streams = u32::try_from(app.count_followers()).unwrap_or(u32::MAX);
            metrics::gauge!("snug_live_streams").set(streams);
            self.recorded.render()
        })
    }

    /// Sums up what was recorded since the last time; otherwise it would pile up.
    pub(super) fn sum_up(&self) {
        self.recorded.run_upkeep();
    }
}

fn builder() -> Result<PrometheusBuilder, BuildError> {
    let of_jobs = Matcher::Full(String::from("snug_job_seconds"));
    PrometheusBuilder::new().set_buckets(&SECONDS)?.set_buckets_for_metric(of_jobs, &JOB_SECONDS)
}
