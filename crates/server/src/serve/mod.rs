//! Serving: starts the parts of a node, and stops them in order.
//!
//! A node holds no state: whatever ends it, what was acknowledged is in the database. So
//! stopping is a courtesy to those who are connected, and has a time limit.

mod figures;
mod rounds;
mod signals;

pub(crate) use figures::Figures;
pub(crate) use signals::Signals;

use anyhow::anyhow;
use rounds::Rounds;
use snug_app::{App, Clock};
use snug_smtp::{Outlet, courier};
use snug_store::Database;
use snug_web::{ClientAddress, Demo, Site};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::{JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

/// How long those who are connected may take to finish, mail servers included.
const PATIENCE: Duration = Duration::from_secs(8);

/// Everything a node is made of.
pub(crate) struct Node {
    /// The database; closed when everything else has stopped.
    pub(crate) database: Database,
    /// What people do.
    pub(crate) app: App,
    /// What time it is.
    pub(crate) clock: Clock,
    /// Where mail goes.
    pub(crate) outlet: Outlet,
    /// Set in the demo.
    pub(crate) demo: Option<Demo>,
    /// Where the network address of a browser is read from.
    pub(crate) client_address: ClientAddress,
    /// Where the site is listened for.
    pub(crate) listener: TcpListener,
    /// Where metrics are listened for, if anywhere.
    pub(crate) metrics: Option<TcpListener>,
}

impl Node {
    /// Serves until it is asked to stop. A part that ends by itself ends the node: whoever
    /// watches over it starts it anew, which beats one that takes messages and mails none.
    pub(crate) async fn serve(self, figures: Figures, mut signals: Signals) -> anyhow::Result<()> {
        let (database, stopping) = (self.database.clone(), CancellationToken::new());
        let mut parts = self.start(figures, &stopping);
        let ended = tokio::select! {
            () = signals.asked_to_stop() => Ok(()),
            Some(ended) = parts.join_next() => Err(fault_of(ended)),
        };
        tracing::info!("stopping");
        stopping.cancel();
        let all_ended = async { while parts.join_next().await.is_some() {} };
        if tokio::time::timeout(PATIENCE, all_ended).await.is_err() {
            tracing::warn!("shutdown timed out: closing the remaining connections");
        }
        database.close().await;
        tracing::info!("stopped");
        ended
    }

    fn start(self, figures: Figures, stopping: &CancellationToken) -> JoinSet<anyhow::Result<()>> {
        let Self { database: _, app, clock, outlet, demo, client_address, listener, metrics } = self;
        let site = Site { app: app.clone(), clock: clock.clone(), demo, client_address, stopping: stopping.clone() };
        let metrics = metrics.map(|listener| {
            snug_web::serve_metrics(listener, figures.clone().written_with(app.clone()), stopping.clone())
        });
        let rounds = Rounds { app: app.clone(), clock: clock.clone(), stopping: stopping.clone() };
        let courier = courier::run(app, outlet, clock, stopping.clone());
        let mut parts = JoinSet::new();
        parts.spawn(async move {
            snug_web::serve(listener, site).await;
            Ok(())
        });
        if let Some(metrics) = metrics {
            parts.spawn(async move {
                metrics.await;
                Ok(())
            });
        }
        parts.spawn(rounds.clone().pass_on_hints());
        parts.spawn(rounds.clone().look_for_news());
        parts.spawn(rounds.clone().run_jobs());
        parts.spawn(rounds.sum_up(figures));
        parts.spawn(async move {
            courier.await;
            Ok(())
        });
        parts
    }
}

fn fault_of(ended: Result<anyhow::Result<()>, JoinError>) -> anyhow::Error {
    match ended {
        Ok(Ok(())) => anyhow!("a part of the program ended unexpectedly"),
        Ok(Err(fault)) => fault.context("a part of the program failed"),
        Err(panic) => anyhow::Error::from(panic).context("a part of the program failed"),
    }
}
